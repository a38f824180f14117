import { axisTicks } from '../axisTicks';

export interface Whisker {
  readonly mean: number;
  /** NaN where there is no interval. */
  readonly low: number;
  readonly high: number;
}

/** A common axis for rows of dots with whiskers. */
export interface WhiskerAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** An axis that holds all means and intervals, and 0. */
export function whiskerAxis(whiskers: readonly Whisker[]): WhiskerAxis {
  const values = whiskers.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  // All figures 0: any axis will do.
  const room = most > least ? (most - least) * 0.04 : 1;
  const from = least < 0 ? least - room : 0;
  const to = most > 0 || least === 0 ? most + room : 0;
  return { from, to, ticks: axisTicks(from, to) };
}

/** Where a value stands on an axis: a share of its length, 0..1. */
export const onAxis = (value: number, { from, to }: WhiskerAxis): number => (value - from) / (to - from);

export interface WhiskerMarks {
  readonly mean: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly zero: number;
}

/** Places of a row's marks on its axis, in per cent of its length, rounded to what can be seen. */
export function whiskerMarks({ mean, low, high }: Whisker, axis: WhiskerAxis): WhiskerMarks {
  const at = (value: number) =>
    Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, onAxis(value, axis))) * 1e4) / 100 : null;
  return { mean: at(mean), from: at(low), to: at(high), zero: at(0) ?? 0 };
}
