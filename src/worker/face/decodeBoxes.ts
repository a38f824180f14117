import type { Box } from '../../shared/geometry/space';

/** Centre and extent, in shares of the detector's input. */
export interface AnchorBox {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
}

/** A box in pixels of the detector's input, with the probability that it holds a face. */
export interface Candidate {
  readonly box: Box<'network'>;
  readonly score: number;
}

/**
 * Boxes whose score is larger than `threshold`. Each anchor has a code [ty, tx, th, tw] for y = ya + ty / 10 · ha,
 * h = ha · exp(th / 5), likewise for x and w (the box coder of Ren et al., 2015, with SSD's variances), and three
 * logits, of which the second is the face's.
 * @param detections the detector's output: 4 codes an anchor, then 3 logits an anchor
 * @param side of the detector's input in pixels
 */
export function decodeBoxes(
  detections: Float32Array,
  anchors: readonly AnchorBox[],
  side: number,
  threshold: number,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [i, anchor] of anchors.entries()) {
    const logit = detections[anchors.length * 4 + i * 3 + 1] ?? Number.NEGATIVE_INFINITY;
    const score = 1 / (1 + Math.exp(-logit));
    if (!(score > threshold)) continue;
    const [ty = 0, tx = 0, th = 0, tw = 0] = detections.subarray(i * 4, i * 4 + 4);
    const height = anchor.height * Math.exp(th / 5);
    const width = anchor.width * Math.exp(tw / 5);
    const x = anchor.x + (tx / 10) * anchor.width - width / 2;
    const y = anchor.y + (ty / 10) * anchor.height - height / 2;
    found.push({ box: { x: x * side, y: y * side, width: width * side, height: height * side }, score });
  }
  return found;
}
