import type { KeptNetwork } from '../../../shared/keptNetwork';
import type { NetworkSpec } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { facesStore } from '../../state/faces';
import { setKept } from '../../state/keptNetworks';
import { networksStore } from '../../state/networks';
import { selectionStore } from '../../state/selection';
import { chooseNetwork } from '../chooseNetwork';
import { forgetAnswers } from '../faces/forgetAnswers';
import { supersede } from '../shownPage';

/** The page works with this record and these files from here on; what is shown of the network begins anew. */
export async function replaceKept(id: string, record: KeptNetwork, files: readonly File[]): Promise<void> {
  const shown = selectionStore.getState().network === id;
  // Superseded first: its tiles are not to fail before everyone's eyes.
  if (shown) supersede();
  if (facesStore.getState().crop?.network === id) await forgetAnswers();
  engine().unloadNetwork(id);
  const spec: NetworkSpec = { ...record.spec, id, source: { format: 'files', files: [...files] } };
  networksStore.setState(({ entries }) => ({
    entries: new Map(entries).set(id, { spec, loaded: null, progress: null, error: null }),
  }));
  setKept(id, record);
  if (shown) await chooseNetwork(id);
}
