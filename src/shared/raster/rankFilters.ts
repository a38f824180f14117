import type { LayerEvidence } from '../explain';

export interface RankedFilter {
  readonly filter: number;
  /** What it adds to the class activation map: weight × mean activation, or at one cell weight × activation there. */
  readonly contribution: number;
  /** Of the sum of all positive contributions; negative for filters that speak against the target. */
  readonly share: number;
}

/** The filters that add most to Grad-CAM's map as a whole, or at one of its cells: largest first. */
export function rankFilters(evidence: LayerEvidence, count: number, cell: number | null = null): RankedFilter[] {
  const { channels, activations, weights } = evidence;
  const contributions = new Float64Array(channels);
  const cells = activations.length / channels;
  for (let at = cell ?? 0; at < (cell === null ? cells : cell + 1); at++) {
    for (let c = 0; c < channels; c++) {
      const value = (weights[c] as number) * (activations[at * channels + c] as number);
      contributions[c] = (contributions[c] as number) + value / (cell === null ? cells : 1);
    }
  }
  const positive = contributions.reduce((sum, value) => sum + Math.max(0, value), 0);
  return Array.from(contributions, (contribution, filter) => ({
    filter,
    contribution,
    share: positive > 0 ? contribution / positive : 0,
  }))
    .sort((a, b) => b.contribution - a.contribution || a.filter - b.filter)
    .slice(0, count);
}

/** The filters that are most active at one cell, whatever the target. */
export function strongestAt(
  evidence: LayerEvidence,
  count: number,
  cell: number,
): { filter: number; activation: number }[] {
  const { channels, activations } = evidence;
  return Array.from({ length: channels }, (_, filter) => ({
    filter,
    activation: activations[cell * channels + filter] as number,
  }))
    .filter(({ activation }) => activation > 0)
    .sort((a, b) => b.activation - a.activation)
    .slice(0, count);
}

/** One filter's own activation map [height, width]. */
export function activationOf({ width, height, channels, activations }: LayerEvidence, filter: number) {
  const values = Float32Array.from(
    { length: width * height },
    (_, cell) => activations[cell * channels + filter] as number,
  );
  return { width, height, values, signed: false };
}
