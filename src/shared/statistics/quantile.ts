/** A quantile of values in rising order, linear between the two nearest ranks (NumPy's default). */
export function sortedQuantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  // Two infinite neighbours have no line between them.
  return low === high ? low : low + (high - low) * (place - below);
}
