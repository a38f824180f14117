import type { LayerEvidence } from '../explain';

export interface RankedFilter {
  readonly filter: number;
  /**
   * What it adds to the map: the mean over all cells of its terms where the map is above zero, or its term at one cell.
   */
  readonly contribution: number;
  /** Of the sum of all positive contributions; negative for filters that take away from the map. */
  readonly share: number;
}

/**
 * The filters that add most to a class activation map as a whole, or at one of its cells: largest first. Cells that the
 * map's ReLU has emptied do not count for the whole.
 */
export function rankFilters(evidence: LayerEvidence, count: number, cell: number | null = null): RankedFilter[] {
  const contributions = Float64Array.from(cell === null ? meanTerms(evidence) : termsAt(evidence, cell));
  const positive = contributions.reduce((sum, value) => sum + Math.max(0, value), 0);
  return Array.from(contributions, (contribution, filter) => ({
    filter,
    contribution,
    share: positive > 0 ? contribution / positive : 0,
  }))
    .sort((a, b) => b.contribution - a.contribution || a.filter - b.filter)
    .slice(0, count);
}

const termsAt = ({ channels, terms }: LayerEvidence, cell: number) =>
  terms.subarray(cell * channels, (cell + 1) * channels);

function meanTerms(evidence: LayerEvidence): Float64Array {
  const cells = evidence.width * evidence.height;
  const means = new Float64Array(evidence.channels);
  for (let cell = 0; cell < cells; cell++) {
    const terms = termsAt(evidence, cell);
    if (terms.reduce((sum, term) => sum + term, 0) <= 0) continue;
    for (let c = 0; c < means.length; c++) means[c] = (means[c] as number) + (terms[c] as number) / cells;
  }
  return means;
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
