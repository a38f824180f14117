import type { StudySettings } from '../../../shared/people';
import { explanationStore } from '../../state/explanation';
import { selectionStore } from '../../state/selection';
import { defaultMapLayer, mapLayers } from '../faces/defaultMapLayer';
import { loadNetwork } from '../loadNetwork';

/** Bootstrap resamples and permutations. */
export const defaultResamples = 10_000;

/**
 * How a study begins: by the network, layer and method of the Faces bench.
 * @throws FoveaError when the network cannot be loaded or has no spatial map; the signal's reason
 */
export async function defaultStudySettings(
  signal: AbortSignal,
  wanted: Partial<StudySettings> = {},
): Promise<StudySettings> {
  const network = wanted.network ?? selectionStore.getState().network;
  const loaded = await loadNetwork(signal, network);
  const { method, layers } = explanationStore.getState();
  const chosen = layers.get(network);
  const isThere = mapLayers(loaded, { kind: 'class' }).some(({ name }) => name === chosen);
  const layer = (isThere ? chosen : null) ?? defaultMapLayer(loaded) ?? '';
  return { network, layer, method, seed: 1, resamples: defaultResamples, ...wanted };
}
