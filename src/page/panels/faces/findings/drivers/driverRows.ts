import type { LayerEvidence } from '../../../../../shared/explain';
import { rankFilters, strongestAt } from '../../../../../shared/raster/rankFilters';

export interface DriverRow {
  readonly filter: number;
  /** What the list is sorted by: share of the map, or activation at the spot. */
  readonly value: number;
  /** Length of the bar, as a share of the longest. */
  readonly length: number;
  /** At a spot: what it adds to the map there, as a share of all that add to it; null for the map as a whole. */
  readonly shareThere: number | null;
}

/** The filters that add most to the map; at a spot, those that fire most there. */
export function driverRows(evidence: LayerEvidence, count: number, cell: number | null): readonly DriverRow[] {
  if (cell === null) return mostDriving(evidence, count);
  const shares = new Map(rankFilters(evidence, evidence.channels, cell).map(({ filter, share }) => [filter, share]));
  const strongest = strongestAt(evidence, count, cell);
  const most = strongest[0]?.activation ?? 1;
  return strongest.map(({ filter, activation }) => ({
    filter,
    value: activation,
    length: activation / most,
    shareThere: shares.get(filter) ?? 0,
  }));
}

function mostDriving(evidence: LayerEvidence, count: number): readonly DriverRow[] {
  const driving = rankFilters(evidence, count).filter(({ contribution }) => contribution > 0);
  const most = driving[0]?.share ?? 1;
  return driving.map(({ filter, share }) => ({ filter, value: share, length: share / most, shareThere: null }));
}
