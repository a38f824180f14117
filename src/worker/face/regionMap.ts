import { regions } from '../../shared/face';
import type { Point } from '../../shared/geometry/space';
import { paintShape } from './paintShape';
import { regionShapes } from './regionShapes';

/**
 * For each pixel of a network's input the index of its region in `regions`, [height, width]; a pixel belongs to the
 * region that its centre lies in (`regionShapes` says which wins).
 * @param landmarks 68, in pixels of the input; absent: everything is elsewhere
 */
export function regionMap(
  size: readonly [number, number],
  landmarks?: readonly Point<'network'>[],
): Uint8Array<ArrayBuffer> {
  const map = new Uint8Array(size[0] * size[1]).fill(regions.indexOf('elsewhere'));
  if (landmarks === undefined) return map;
  for (const { region, shape } of regionShapes(landmarks)) paintShape(map, size, shape, regions.indexOf(region));
  return map;
}
