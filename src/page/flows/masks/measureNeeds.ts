import { engine } from '../../engine/instance';
import { facesStore } from '../../state/faces';
import { maskResultsStore } from '../../state/maskResults';
import { currentSubject } from '../faces/explainCrop';
import { noiseSeed } from './maskNow';
import { measure } from './maskWork';
import { measuringPriority } from './measureOcclusion';

/**
 * What hiding each region of the face in view with each fill does to the target; `needsTable` sets it beside the heat.
 * Ends with `stopMeasurement('needs')`, or a newer call. Never rejects.
 */
export async function measureNeeds(): Promise<void> {
  const subject = currentSubject();
  const { crop } = facesStore.getState();
  if (subject === null || crop === null) return;
  const { network, input, target, label: targetLabel } = subject;
  const shown = { input, target, targetLabel };
  await measure('needs', async (signal) => {
    maskResultsStore.setState({ needs: { ...shown, events: [] } });
    await engine().run(
      signal,
      'regionNeeds',
      { network, input, target, regions: crop.regions, seed: noiseSeed },
      {
        priority: measuringPriority,
        onEvent: (need) => {
          if (signal.aborted) return;
          maskResultsStore.setState(({ needs }) => ({
            needs: { ...shown, events: [...(needs?.events ?? []), need] },
          }));
        },
      },
    );
  });
}
