import type { RiseSettings } from '../../../shared/mask';
import { engine } from '../../engine/instance';
import { maskResultsStore } from '../../state/maskResults';
import { currentSubject } from '../faces/explainCrop';
import { measure } from './maskWork';
import { measuringPriority } from './measureOcclusion';

/**
 * RISE of the unmasked face in view, from a seed; the map grows mask by mask. Ends with `stopMeasurement('rise')`, or a
 * newer call. Never rejects.
 */
export async function measureRise(settings: RiseSettings): Promise<void> {
  const subject = currentSubject();
  if (subject === null) return;
  const { network, input, target, label: targetLabel } = subject;
  const shown = { input, settings, targetLabel };
  await measure('rise', async (signal) => {
    maskResultsStore.setState({ rise: { ...shown, map: null, fraction: 0 } });
    const map = await engine().run(
      signal,
      'rise',
      { network, input, target, settings },
      {
        priority: measuringPriority,
        onEvent: (growing) => !signal.aborted && maskResultsStore.setState({ rise: { ...shown, ...growing } }),
      },
    );
    if (!signal.aborted) maskResultsStore.setState({ rise: { ...shown, map, fraction: 1 } });
  });
}
