import type { Node } from '../network/graph';
import { inferShapes } from '../network/plan';

const mostImages = 8;
/** Bytes that the activations of one batch may take, besides what the network itself needs. */
const room = 160 * 1024 * 1024;

/**
 * How many images go through a plan together: up to 8, fewer where their activations are large.
 * @param keeps `all` activations for a way back, or only those `between` two nodes
 */
export function imagesAtOnce(plan: readonly Node[], keeps: 'all' | 'between'): number {
  const sizes = [...inferShapes(plan).values()].map((shape) => shape.reduce((product, size) => product * size, 4));
  const bytes = keeps === 'all' ? sizes.reduce((sum, size) => sum + size, 0) : 3 * Math.max(...sizes);
  return Math.max(1, Math.min(mostImages, Math.floor(room / bytes)));
}
