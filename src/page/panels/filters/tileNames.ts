import type { ObjectiveKind } from '../../../shared/ascent';
import type { LayerInfo } from '../../../shared/network';

/** Whether a layer's units are numbers without a place: a dense layer's outputs. */
const isDense = ({ outputShape }: LayerInfo) => outputShape.length < 3;

/** A tile's name: the filter it shows, or the layer where all filters share one picture. */
export const tileName = (filter: number, objective: ObjectiveKind): string =>
  objective === 'layer' ? 'Whole layer' : `Filter ${filter}`;

/** What the numbers below the tiles are. */
export function objectiveWords(layer: LayerInfo, objective: ObjectiveKind): string {
  if (objective === 'layer') return 'mean squared activation';
  if (isDense(layer)) return 'logit';
  return objective === 'neuron' ? 'middle activation' : 'mean activation';
}

/** “64 filters”, “6 outputs”. */
export function countFilters(layer: LayerInfo): string {
  const noun = isDense(layer) ? 'output' : 'filter';
  return `${layer.filters} ${layer.filters === 1 ? noun : `${noun}s`}`;
}
