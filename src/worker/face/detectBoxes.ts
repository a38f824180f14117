import type { Picture } from '../../shared/ascent';
import type { Affine, Box } from '../../shared/geometry/space';
import { warp } from '../../shared/raster/warp';
import type { LoadedGraph } from '../network/loadedGraph';
import { nativeSize } from '../network/plan';
import { anchorBoxes } from './anchorBoxes';
import { decodeBoxes } from './decodeBoxes';
import { runNetwork } from './runNetwork';
import { suppressNonMaxima } from './suppressNonMaxima';

/** A face is kept above this score; face-api's own limit is the same. */
const scoreThreshold = 0.5;
/** Two boxes that share more than this are one face. */
const overlapLimit = 0.5;

export interface DetectedBox {
  readonly box: Box<'picture'>;
  readonly score: number;
}

let anchors: ReturnType<typeof anchorBoxes> | null = null;

/**
 * Boxes of all faces, best score first, cut off at the picture's edge. As in face-api the picture is scaled to the
 * detector's input on its longer side, in the top left corner, and black fills the rest.
 * @param detector a network of the `detector` architecture
 * @param share of the input's side that the picture's longer side takes: a face that fills the picture is seen smaller
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function detectBoxes(
  signal: AbortSignal,
  detector: LoadedGraph,
  picture: Picture,
  share = 1,
): Promise<DetectedBox[]> {
  const [side] = nativeSize(detector.network.graph);
  const scale = Math.max(picture.width, picture.height) / (share * side);
  const toPicture: Affine<'network', 'picture'> = { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 };
  const input = warp(picture, toPicture, [side, side]);
  const detections = await runNetwork(signal, detector, 'detections', [input]);
  anchors ??= anchorBoxes();
  const candidates = decodeBoxes(detections, anchors, side, scoreThreshold);
  return suppressNonMaxima(candidates, overlapLimit)
    .map(({ box, score }) => ({ box: clip(box, scale, picture), score }))
    .filter(({ box }) => box.width >= 1 && box.height >= 1);
}

function clip(box: Box<'network'>, scale: number, { width, height }: Picture): Box<'picture'> {
  const x = Math.max(0, box.x * scale);
  const y = Math.max(0, box.y * scale);
  const right = Math.min(width, (box.x + box.width) * scale);
  const bottom = Math.min(height, (box.y + box.height) * scale);
  return { x, y, width: right - x, height: bottom - y };
}
