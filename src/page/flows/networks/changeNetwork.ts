import { FoveaError } from '../../../shared/errors';
import type { LoadedNetwork, NetworkSpec } from '../../../shared/network';
import { engine } from '../../engine/instance';
import { samePreprocessing } from '../../intake/commonPreprocessings';
import { checkPreprocessing } from '../../intake/networkFiles';
import { benchStore } from '../../state/bench';
import { setChanging } from '../../state/changingNetwork';
import { facesStore } from '../../state/faces';
import { type NetworkEntry, networksStore } from '../../state/networks';
import { notifyError } from '../../state/notices';
import { selectionStore } from '../../state/selection';
import { forgetAnswers } from '../faces/forgetAnswers';
import { loadNetwork } from '../loadNetwork';
import { showNetwork } from '../showNetwork';
import { supersede } from '../shownPage';
import { cancelTrial } from './cancelTrial';
import { keepChange } from './keepChange';

export type NetworkChange = Partial<Pick<NetworkSpec, 'name' | 'preprocessing'>> & {
  /** Null: its classes have no names any more. */
  readonly labels?: readonly string[] | null;
};

/** The changes under way, by network: each begins when the one before has ended. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Gives a network of the user's own another preprocessing, name or labels, without its files being chosen again: it is
 * built anew under its id, after any change that is under way, and shown again where it was in view. With another
 * preprocessing it has another hash, so that nothing that was computed before is taken for its own. What was said of
 * the face on the bench is forgotten.
 * @throws FoveaError when it is not the user's own or cannot be built: it then stays as it was; the signal's reason
 */
export async function changeNetwork(signal: AbortSignal, id: string, change: NetworkChange): Promise<LoadedNetwork> {
  const before = underWay.get(id) ?? Promise.resolve();
  const own = before.catch(() => {}).then(() => changeAlone(signal, id, change));
  underWay.set(id, own);
  try {
    return await own;
  } finally {
    if (underWay.get(id) === own) underWay.delete(id);
  }
}

async function changeAlone(signal: AbortSignal, id: string, change: NetworkChange): Promise<LoadedNetwork> {
  signal.throwIfAborted();
  const entry = networksStore.getState().entries.get(id);
  if (entry?.spec.source.format !== 'files')
    throw new FoveaError(`“${id}” is no network of your own.`, 'Add its files, and change that one.');
  if (change.preprocessing !== undefined) checkPreprocessing(change.preprocessing);
  cancelTrial(id);
  setChanging(id, true);
  try {
    return await rebuild(signal, entry, change);
  } finally {
    setChanging(id, false);
  }
}

async function rebuild(signal: AbortSignal, entry: NetworkEntry, change: NetworkChange): Promise<LoadedNetwork> {
  const { id } = entry.spec;
  const shown = selectionStore.getState().network === id;
  // Superseded first: its tiles are not to fail before everyone's eyes.
  if (shown) supersede();
  if (facesStore.getState().crop?.network === id) await forgetAnswers();
  put({ ...entry, spec: changed(entry.spec, change), loaded: null, progress: null, error: null });
  try {
    const loaded = await loadNetwork(signal, id);
    await keepChange(id).catch(notifyError);
    return loaded;
  } catch (error) {
    put({ ...entry, loaded: null, progress: null, error: null });
    throw error;
  } finally {
    // The Networks bench has nothing to begin anew.
    if (shown && selectionStore.getState().network === id && benchStore.getState().bench !== 'networks')
      void showNetwork(id);
  }
}

function changed(
  { labels: before, ...spec }: NetworkSpec,
  { labels = before ?? null, ...change }: NetworkChange,
): NetworkSpec {
  const given = change.preprocessing !== undefined && !samePreprocessing(change.preprocessing, spec.preprocessing);
  return { ...spec, ...change, ...(given ? { preprocessingGiven: true } : {}), ...(labels === null ? {} : { labels }) };
}

/** Puts an entry in the place of the one before, whose workers let go of it. */
function put(entry: NetworkEntry): void {
  const { id } = entry.spec;
  engine().unloadNetwork(id);
  networksStore.setState(({ entries }) => ({ entries: new Map(entries).set(id, entry) }));
}
