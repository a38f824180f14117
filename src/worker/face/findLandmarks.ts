import type { Picture } from '../../shared/ascent';
import { apply } from '../../shared/geometry/affine';
import type { Affine, Box, Point } from '../../shared/geometry/space';
import { warp } from '../../shared/raster/warp';
import type { LoadedGraph } from '../network/loadedGraph';
import { nativeSize } from '../network/plan';
import { runNetwork } from './runNetwork';

/**
 * The 68 landmarks (iBUG 300-W) of the face in a box, in picture pixels. As in face-api the network sees the box alone,
 * in the middle of a black square as large as the box's longer side; its outputs are shares of that square.
 * @param network one of the `landmarks` architecture
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function findLandmarks(
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
  const values = await runNetwork(signal, network, 'fc', [input]);
  return Array.from({ length: values.length / 2 }, (_, i) =>
    apply(toPicture, { x: (values[2 * i] ?? 0) * side, y: (values[2 * i + 1] ?? 0) * side }),
  );
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
