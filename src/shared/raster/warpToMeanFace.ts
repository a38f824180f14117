import type { AttributionMap } from '../explain';
import { networkToFace } from '../geometry/faceToNetwork';
import { meanShape } from '../geometry/meanShape';
import type { Point } from '../geometry/space';
import { triangulate } from '../geometry/triangulate';
import { sampleMap } from './sampleMap';

/** Points along each side of the square, corners included, that stay where they are. */
const borderSteps = 4;

/** The square [0, 1]² of what a network gets: the same for map, picture and landmarks, whatever their resolution. */
type Place = readonly [number, number];

/** For each cell of the grid: three points, and the cell's barycentric coordinates among them. */
interface Mesh {
  readonly corners: Uint16Array;
  readonly weights: Float32Array;
}

const meshes = new Map<string, Mesh>();

/**
 * Where each cell of the mean face's grid comes from in a face: piecewise affine over a fixed Delaunay triangulation of
 * the 68 landmarks of the mean face and points of the square's border, which stay where they are. (As in G. Wolberg,
 * Digital Image Warping, 1990, ch. 3: inverse mapping, so that every cell gets exactly one value.)
 * @param landmarks 68, as shares of the width and height of what the network gets
 * @param margin of the network: how much of the face's surroundings it gets
 * @param side cells along each side of the grid
 * @returns [side, side, 2]: x and y of each cell's centre, as shares
 */
export function placesOnFace(
  landmarks: readonly Point<'network'>[],
  margin: number,
  side: number,
): Float32Array<ArrayBuffer> {
  if (landmarks.length !== meanShape.length)
    throw new RangeError(`A face has ${meanShape.length} landmarks, not ${landmarks.length}.`);
  const { corners, weights } = meshFor(margin, side);
  const points: readonly Place[] = [...landmarks.map(({ x, y }): Place => [x, y]), ...border()];
  const places = new Float32Array(2 * side * side);
  for (let cell = 0; cell < side * side; cell++) {
    for (let corner = 0; corner < 3; corner++) {
      const [x, y] = points[corners[3 * cell + corner] as number] as Place;
      const weight = weights[3 * cell + corner] as number;
      places[2 * cell] = (places[2 * cell] as number) + weight * x;
      places[2 * cell + 1] = (places[2 * cell + 1] as number) + weight * y;
    }
  }
  return places;
}

/**
 * A map of one face laid onto the mean face, by bilinear interpolation; values keep their scale: a place has the value
 * that it has in the face's own map, whatever the warp does to its area.
 * @returns [side, side], row by row
 */
export function warpToMeanFace(
  map: AttributionMap,
  landmarks: readonly Point<'network'>[],
  margin: number,
  side: number,
): Float32Array<ArrayBuffer> {
  const places = placesOnFace(landmarks, margin, side);
  return Float32Array.from({ length: side * side }, (_, cell) =>
    sampleMap(map, places[2 * cell] as number, places[2 * cell + 1] as number),
  );
}

/** The points of the mean face, as shares of what a network with this margin gets, and the border's. */
export function meanPoints(margin: number): readonly Place[] {
  const { a, e, f } = networkToFace([1, 1], margin);
  return [...meanShape.map(({ x, y }): Place => [(x - e) / a, (y - f) / a]), ...border()];
}

function border(): Place[] {
  const steps = Array.from({ length: borderSteps }, (_, i) => i / borderSteps);
  return steps.flatMap((t): Place[] => [
    [t, 0],
    [1, t],
    [1 - t, 1],
    [0, 1 - t],
  ]);
}

function meshFor(margin: number, side: number): Mesh {
  const key = `${margin} ${side}`;
  const known = meshes.get(key);
  if (known !== undefined) return known;
  const points = meanPoints(margin).map(([x, y]) => ({ x, y }));
  const triangles = triangulate(points).map((corners) => ({
    corners,
    toShares: sharesOf(corners.map((corner) => points[corner] as P)),
  }));
  const mesh = { corners: new Uint16Array(3 * side * side), weights: new Float32Array(3 * side * side) };
  for (let cell = 0; cell < side * side; cell++) {
    const centre = { x: ((cell % side) + 0.5) / side, y: (Math.floor(cell / side) + 0.5) / side };
    const found = nearest(triangles, centre);
    mesh.corners.set(found.corners, 3 * cell);
    mesh.weights.set(found.shares, 3 * cell);
  }
  meshes.set(key, mesh);
  return mesh;
}

interface P {
  readonly x: number;
  readonly y: number;
}

/** The triangle that a point lies in: the one whose smallest barycentric coordinate is largest. */
function nearest(
  triangles: readonly { readonly corners: readonly number[]; readonly toShares: (point: P) => readonly number[] }[],
  point: P,
) {
  let best = { corners: [0, 0, 0] as readonly number[], shares: [1, 0, 0] as readonly number[] };
  let least = Number.NEGATIVE_INFINITY;
  for (const { corners, toShares } of triangles) {
    const shares = toShares(point);
    const smallest = Math.min(...shares);
    if (smallest > least) [least, best] = [smallest, { corners, shares }];
  }
  return best;
}

/** Barycentric coordinates in a triangle, by Cramer's rule. */
function sharesOf([a, b, c]: readonly P[]): (point: P) => readonly number[] {
  if (a === undefined || b === undefined || c === undefined) throw new RangeError('A triangle has three corners.');
  const [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y];
  const area = bx * cy - by * cx;
  return ({ x, y }) => {
    const [px, py] = [x - a.x, y - a.y];
    const [second, third] = [(px * cy - py * cx) / area, (bx * py - by * px) / area];
    return [1 - second - third, second, third];
  };
}
