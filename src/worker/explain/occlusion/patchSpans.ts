/** First pixel, and the one behind the last, along one axis. */
export type Span = readonly [start: number, end: number];

/**
 * Where patches lie along one axis: ⌈extent / stride⌉ of them at even steps of at most `stride` pixels, each around the
 * middle of its map cell, so that the map, stretched over the input, sits on what was hidden. The first and last patch
 * reach beyond the edge where the patch is larger than the step; they are clipped there and hide less. Every pixel is
 * hidden by at least one patch as long as the patch is as large as the stride.
 */
export function patchSpans(extent: number, patch: number, stride: number): readonly Span[] {
  const count = Math.ceil(extent / stride);
  return Array.from({ length: count }, (_, i) => {
    const start = Math.round(((i + 0.5) * extent) / count - patch / 2);
    return [Math.max(0, start), Math.min(extent, start + patch)];
  });
}
