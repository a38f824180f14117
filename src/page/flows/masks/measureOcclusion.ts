import type { OcclusionSettings } from '../../../shared/mask';
import { engine } from '../../engine/instance';
import { maskResultsStore } from '../../state/maskResults';
import { currentSubject } from '../faces/explainCrop';
import { measure } from './maskWork';

/**
 * Occlusion sensitivity of the unmasked face in view: the drop of the target under a patch, coarse to fine. Ends with
 * `stopMeasurement('occlusion')`, or a newer call. Never rejects.
 */
export async function measureOcclusion(settings: OcclusionSettings): Promise<void> {
  const subject = currentSubject();
  if (subject === null) return;
  const { network, input, target, label: targetLabel } = subject;
  const shown = { input, settings, targetLabel };
  await measure('occlusion', async (signal) => {
    maskResultsStore.setState({ occlusion: { ...shown, map: null, fraction: 0 } });
    const map = await engine().run(
      signal,
      'occlude',
      { network, input, target, settings },
      {
        priority: measuringPriority,
        onEvent: (growing) => !signal.aborted && maskResultsStore.setState({ occlusion: { ...shown, ...growing } }),
      },
    );
    if (!signal.aborted) maskResultsStore.setState({ occlusion: { ...shown, map, fraction: 1 } });
  });
}

/** Long measurements give way to the stroke that is being painted. */
export const measuringPriority = 5;
