import type { Box, Space } from '../../shared/geometry/space';

/** Area of the intersection over area of the union, 0 to 1. */
export function overlapOf<S extends Space>(a: Box<S>, b: Box<S>): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const intersection = width * height;
  return intersection / (a.width * a.height + b.width * b.height - intersection);
}

/** Greedy non-maximum suppression: from the best score down, boxes that overlap a kept one by more than `limit` go. */
export function suppressNonMaxima<S extends Space, C extends { readonly box: Box<S>; readonly score: number }>(
  candidates: readonly C[],
  limit: number,
): C[] {
  const kept: C[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (kept.every(({ box }) => overlapOf(box, candidate.box) <= limit)) kept.push(candidate);
  }
  return kept;
}
