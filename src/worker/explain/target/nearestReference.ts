import type { IdentityHead } from '../../../shared/explain';
import { dot, toUnit } from './vectors';

/** The enrolled photo at the smallest cosine distance, and whose it is; at infinity, of nobody (−1), without photos. */
export function nearestReference(head: IdentityHead, embedding: Float32Array): { index: number; distance: number } {
  const unit = toUnit(embedding);
  let nearest = { index: -1, distance: Number.POSITIVE_INFINITY };
  for (const [photo, index] of head.owners.entries()) {
    const reference = head.references.subarray(photo * unit.length, (photo + 1) * unit.length);
    const distance = 1 - dot(reference, unit);
    if (distance < nearest.distance) nearest = { index, distance };
  }
  return nearest;
}
