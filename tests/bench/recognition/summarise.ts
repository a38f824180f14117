import { nearestPairs, type Rates, ratesAt, thresholdAt } from './rates';
import { thresholdFrom } from './thresholdFrom';
import type { Measured, NetworkFacts, Trial } from './trial';
import type { Variant } from './variants';

export interface VariantRow {
  readonly title: string;
  readonly faces: number;
  readonly found: number;
  /** Faces with the right name first. */
  readonly first: number;
  /** Median, 5th percentile: of the right name's probability. */
  readonly probability: readonly [number, number];
  /** Median, largest: cosine distance to the own enrolled photo. */
  readonly own: readonly [number, number];
  /** Smallest, median: cosine distance to the nearest other person. */
  readonly other: readonly [number, number];
}

export interface NetworkSummary {
  readonly network: string;
  readonly rows: readonly VariantRow[];
  /** The threshold in use, what it costs, and who lies within it. */
  readonly unknown: Rates | null;
  /** By the rule: what the threshold in use should be. */
  readonly byRule: number;
  /** By Youden's criterion on the same trials, for comparison: it takes changed photos for other photos of a person. */
  readonly byYouden: number;
  readonly rates: readonly Rates[];
  readonly nearest: readonly { readonly people: readonly [number, number]; readonly distance: number }[];
  readonly length: number;
}

/** Of the pairs of different people at most this share may match: docs/faces.md says why. */
export const falseMatchShare = 0.005;

/** The tables of docs/faces.md. People are counted from 1, as their names are. */
export function summarise(measured: Measured, variants: readonly Variant[]): readonly NetworkSummary[] {
  return measured.networks.map((facts) => {
    const byRule = thresholdAt(facts, falseMatchShare);
    const used = facts.unknownDistance;
    const pairs = nearestPairs(facts);
    const own = measured.trials.filter(({ network }) => network === facts.network);
    return {
      network: facts.network,
      rows: variants.map(({ id, title }) =>
        rowOf(
          title,
          own.filter(({ variant }) => variant === id),
        ),
      ),
      unknown: used === null ? null : ratesAt(facts, own, used),
      byRule,
      byYouden: youden(own),
      rates: gridOf(facts, own, byRule),
      nearest: pairs.slice(0, 5).map(({ first, second, distance }) => ({ people: [first + 1, second + 1], distance })),
      length: quantile(facts.lengths, 0.5),
    };
  });
}

function youden(trials: readonly Trial[]): number {
  const found = trials.filter((trial) => trial.found);
  return thresholdFrom(
    found.map(({ own }) => own),
    found.map(({ other }) => other),
  ).distance;
}

/** Rates around the threshold, and far below and above it. */
function gridOf(facts: NetworkFacts, trials: readonly Trial[], distance: number): readonly Rates[] {
  return [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5].map((factor) => ratesAt(facts, trials, factor * distance));
}

function rowOf(title: string, trials: readonly Trial[]): VariantRow {
  const found = trials.filter((trial) => trial.found);
  const [probabilities, own, other] = [
    found.map(({ probability }) => probability),
    found.map((trial) => trial.own),
    found.map((trial) => trial.other),
  ];
  return {
    title,
    faces: trials.length,
    found: found.length,
    first: found.filter(({ rank }) => rank === 0).length,
    probability: [quantile(probabilities, 0.5), quantile(probabilities, 0.05)],
    own: [quantile(own, 0.5), quantile(own, 1)],
    other: [quantile(other, 0), quantile(other, 0.5)],
  };
}

/** Linear between the two nearest ranks, as NumPy's default. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low = Number.NaN, high = low] = [sorted[below], sorted[below + 1]];
  return low + (high - low) * (place - below);
}
