import { type Region, regions } from '../face';
import type { RegionNeed } from '../mask';
import type { RegionHeat } from '../raster/regionHeat';

/** A region: how much it is looked at, and how much it is needed. */
export interface NeedRow {
  readonly region: Region;
  /** Of the map's heat and of the input's area, 0..1. */
  readonly share: number;
  readonly area: number;
  /** Drop of the target's score (before − after) when just this region is hidden; negative: it rose. One a fill. */
  readonly drops: readonly {
    readonly fill: RegionNeed['fill'];
    readonly score: number;
    readonly probability: number;
  }[];
  /** Mean over the fills, and their standard deviation (n − 1); NaN where there are fewer than one, or two. */
  readonly meanDrop: number;
  readonly spread: number;
  readonly meanProbabilityDrop: number;
  /** 1: the most heat, the largest mean drop; ties share the mean of their ranks. NaN while nothing was measured. */
  readonly heatRank: number;
  readonly dropRank: number;
  readonly disagreement: 'looked at, not needed' | 'needed, not looked at' | null;
}

export interface NeedsTable {
  readonly rows: readonly NeedRow[];
  /** Spearman's correlation of the two rankings, −1..1; NaN before all regions are measured, and when all tie. */
  readonly agreement: number;
  /** Ranks that heat and drop must lie apart for a disagreement. */
  readonly apart: number;
  /** Regions measured with every fill, and regions that can be measured: those of the face that have a pixel. */
  readonly done: number;
  readonly total: number;
}

/** What every region is hidden with. */
export const needFills: readonly RegionNeed['fill'][] = ['black', 'mean', 'blur', 'noise'];

/** Share of the regions by which the two ranks must differ; at least two places. */
const apartShare = 1 / 3;

/**
 * Sets the share of the heat beside the drop that was measured when just that region was hidden. Both are ranked among
 * the regions that the face has and that are measured. Once all are, a region is marked when its two ranks lie at least
 * a third of the number of regions apart (rounded up), and no fewer than two places: its heat ranks higher (looked at,
 * not needed) or lower (needed, not looked at). Needed is what drops by more than its spread over the fills, and only
 * that: where hiding raises the target, or one fill tells another thing than the next, nothing is needed whatever its
 * rank; and what is needed in this sense never counts as not needed, however many regions fall by more. Ranks, not
 * sizes: heat has no unit that a drop of the logit could be compared with.
 */
export function needsTable(heat: readonly RegionHeat[], events: readonly RegionNeed[]): NeedsTable {
  const present = heat.filter(({ area }) => area > 0).map((entry) => ({ ...entry, ...dropsOf(entry.region, events) }));
  const measured = present.filter(({ drops }) => drops.length > 0);
  const heatRanks = ranks(measured.map(({ share }) => share));
  const dropRanks = ranks(measured.map(({ meanDrop }) => meanDrop));
  const apart = Math.max(2, Math.ceil(apartShare * measured.length));
  const hidable = present.filter(({ region }) => region !== 'elsewhere');
  const done = hidable.filter(({ drops }) => drops.length === needFills.length).length;
  const complete = done === hidable.length;
  const rows = present.map(({ density: _, ...entry }): NeedRow => {
    const i = measured.findIndex(({ region }) => region === entry.region);
    const [heatRank, dropRank] = [heatRanks[i] ?? Number.NaN, dropRanks[i] ?? Number.NaN];
    const ranked = { ...entry, heatRank, dropRank };
    return { ...ranked, disagreement: complete ? disagreementOf(ranked, apart) : null };
  });
  rows.sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region));
  const agreement = complete ? correlation(heatRanks, dropRanks) : Number.NaN;
  return { rows, agreement, apart, done, total: hidable.length };
}

type Ranked = Pick<NeedRow, 'heatRank' | 'dropRank' | 'meanDrop' | 'spread'>;

function disagreementOf({ heatRank, dropRank, meanDrop, spread }: Ranked, apart: number): NeedRow['disagreement'] {
  if (!(Math.abs(heatRank - dropRank) >= apart)) return null;
  const needed = meanDrop > spread;
  if (heatRank < dropRank) return needed ? null : 'looked at, not needed';
  return needed ? 'needed, not looked at' : null;
}

function dropsOf(region: Region, events: readonly RegionNeed[]) {
  const drops = events
    .filter((event) => event.region === region)
    .map(({ fill, before, after }) => ({
      fill,
      score: before.score - after.score,
      probability: before.probability - after.probability,
    }));
  const scores = drops.map(({ score }) => score);
  const meanDrop = mean(scores);
  const squares = scores.reduce((sum, score) => sum + (score - meanDrop) ** 2, 0);
  const spread = scores.length < 2 ? Number.NaN : Math.sqrt(squares / (scores.length - 1));
  return { drops, meanDrop, spread, meanProbabilityDrop: mean(drops.map(({ probability }) => probability)) };
}

/** From 1 for the largest; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const larger = values.filter((other) => other > value).length;
    const equal = values.filter((other) => other === value).length;
    return larger + (equal + 1) / 2;
  });
}

/** Pearson's, which is Spearman's on ranks. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (value: (i: number) => number) => a.reduce((total, _, i) => total + value(i), 0);
  const da = (i: number) => (a[i] as number) - meanA;
  const db = (i: number) => (b[i] as number) - meanB;
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
