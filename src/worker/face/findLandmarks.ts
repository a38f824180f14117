import type { Picture } from '../../shared/ascent';
import { compose, invert } from '../../shared/geometry/affine';
import type { Affine, Box, Point } from '../../shared/geometry/space';
import { warp } from '../../shared/raster/warp';
import type { LoadedGraph } from '../network/loadedGraph';
import { nativeSize } from '../network/plan';
import { alignFace } from './alignFace';
import { landmarksInBox } from './landmarksInBox';
import { readLandmarks } from './readLandmarks';

/**
 * The square of the second look, in units of the aligned face: about where the detector's boxes lie, and a bit larger.
 */
const centre = { x: 0.5, y: 0.35 };
const extent = 1.4;

/**
 * The 68 landmarks (iBUG 300-W) of the face in a detected box, in picture pixels. Found twice: in the box, as face-api
 * does it, then in a square that the first landmarks have turned upright. The second look makes them depend a
 * fourth as much on the box: moved by up to 8 % and scaled by up to 10 %, boxes of the sample faces gave landmarks with
 * a standard deviation of 1.3 % of the distance between the outer corners of the eyes (median), after one look 5.1 %.
 * @param network one of the `landmarks` architecture
 * @throws the signal's reason when aborted (nothing stays allocated)
 */
export async function findLandmarks(
  signal: AbortSignal,
  network: LoadedGraph,
  picture: Picture,
  box: Box<'picture'>,
): Promise<Point<'picture'>[]> {
  const first = await landmarksInBox(signal, network, picture, box);
  const [side] = nativeSize(network.network.graph);
  const scale = extent / side;
  const toFace: Affine<'network', 'face'> = {
    a: scale,
    b: 0,
    c: 0,
    d: scale,
    e: centre.x - extent / 2,
    f: centre.y - extent / 2,
  };
  const toPicture = compose(toFace, invert(alignFace(first)));
  return readLandmarks(signal, network, warp(picture, toPicture, [side, side]), toPicture);
}
