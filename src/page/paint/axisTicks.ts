/**
 * Round numbers from `low` to `high`, three to six of them; both ends' neighbourhoods included where they are round.
 */
export function axisTicks(low: number, high: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [5, 2, 1].map((factor) => factor * power).find((size) => span / size >= 2) ?? power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Computed from whole numbers: a sum of steps would drift; + 0 turns −0 into 0.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}
