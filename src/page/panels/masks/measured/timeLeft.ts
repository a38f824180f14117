/** The first parts warm plans and caches: a rate told from them alone would promise too long. */
const soonest = 2000;
const least = 0.02;

/**
 * Milliseconds that the rest takes at the rate so far; null before that can be told.
 * @param fraction 0..1, what is done
 * @param elapsed milliseconds since it was 0
 */
export function timeLeft(fraction: number, elapsed: number): number | null {
  if (elapsed < soonest || fraction < least) return null;
  return (elapsed * (1 - fraction)) / fraction;
}
