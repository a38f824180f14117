import type { Picture } from '../../shared/ascent';
import type { Affine, Box, Point } from '../../shared/geometry/space';
import { warp } from '../../shared/raster/warp';
import type { LoadedGraph } from '../network/loadedGraph';
import { nativeSize } from '../network/plan';
import { readLandmarks } from './readLandmarks';

/**
 * The 68 landmarks of the face in a detected box, exactly as face-api finds them: the network sees the box alone, in
 * the middle of a black square as large as the box's longer side.
 * @param network one of the `landmarks` architecture
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function landmarksInBox(
  signal: AbortSignal,
  network: LoadedGraph,
  picture: Picture,
  box: Box<'picture'>,
): Promise<Point<'picture'>[]> {
  const [side] = nativeSize(network.network.graph);
  const scale = Math.max(box.width, box.height) / side;
  const toPicture: Affine<'network', 'picture'> = {
    a: scale,
    b: 0,
    c: 0,
    d: scale,
    e: box.x + (box.width - scale * side) / 2,
    f: box.y + (box.height - scale * side) / 2,
  };
  const input = warp(picture, toPicture, [side, side]);
  blackenBars(input, box.width / scale, box.height / scale);
  return readLandmarks(signal, network, input, toPicture);
}

/** Black outside the middle `width` × `height` pixels of a picture. */
function blackenBars(picture: Picture, width: number, height: number): void {
  const [left, top] = [(picture.width - width) / 2, (picture.height - height) / 2];
  for (let y = 0, i = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, i += 4) {
      const inside = x + 0.5 >= left && x + 0.5 <= left + width && y + 0.5 >= top && y + 0.5 <= top + height;
      if (!inside) picture.rgba.fill(0, i, i + 3);
    }
  }
}
