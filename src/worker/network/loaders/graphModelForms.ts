/** Graph-model operations that give values another shape, place or size. Each gives the name of its (first) result. */
import type { Shape } from '../../kernels/tensor';
import { at } from '../rules/rule';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import {
  axisOf,
  checkDataFormat,
  countsAt,
  hiddenBase,
  nodeBase,
  numbersAt,
  refuse,
  type ShapeValues,
  type Translation,
  weightAt,
} from './graphModelTranslation';

const cellsOf = (shape: Shape) => shape.reduce((a, b) => a * b, 1);

/**
 * A shape for the values of `source`; a list of units is a flatten, and the shape that they have already no node at
 * all.
 */
function addReshape(node: GraphDefNode, to: Translation, source: string, shape: Shape): string {
  const own = to.shapeOf(source);
  if (own.join() === shape.join()) return to.identify(node.name, source);
  const base = nodeBase(node, to, source);
  if (shape.length === 1 && shape[0] === cellsOf(own)) return to.add({ ...base, kind: 'flatten' });
  return to.add({ ...base, kind: 'reshape', shape });
}

export function translateReshape(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  return addReshape(node, to, source, withoutBatch(node, numbersAt(node, 1, to), cellsOf(to.shapeOf(source))));
}

/**
 * The target without its first extent, which has to be the batch's: open, computed, or 1 in a graph for one picture.
 */
function withoutBatch(node: GraphDefNode, target: ShapeValues, cells: number): number[] {
  const why = `a shape of ${target.map((extent) => extent ?? 'batch').join(' × ')}`;
  const [batch, ...rest] = target;
  const shape = rest.map((extent) => extent ?? Number.NaN);
  const open = shape.filter((extent) => extent === -1).length;
  const known = shape.filter((extent) => extent !== -1).reduce((a, b) => a * b, 1);
  const isBatch = batch === null || batch === 1 || (batch === -1 && open === 0);
  if (rest.length === 0 || !isBatch || open > 1) throw refuse(node, why);
  const whole = shape.map((extent) => (extent === -1 ? cells / known : extent));
  if (cellsOf(whole) !== cells || !whole.every(Number.isSafeInteger)) throw refuse(node, why);
  return whole;
}

export function translateSqueeze(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const shape = to.shapeOf(source);
  const given = attributeOf(node, 'squeeze_dims').list?.i ?? [];
  const axes = given.map((axis) => axisOf(node, axis, shape.length));
  if (axes.some((axis) => shape[axis] !== 1))
    throw refuse(node, `the axes ${given.join(', ')} of ${shape.join(' × ')}`);
  const left = shape.filter((extent, axis) => (axes.length === 0 ? extent !== 1 : !axes.includes(axis)));
  if (left.length === 0) throw refuse(node, 'nothing is left but the batch');
  return addReshape(node, to, source, left);
}

export function translateExpandDims(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const shape = to.shapeOf(source);
  const axis = axisOf(node, at(countsAt(node, 1, to), 0), shape.length + 1);
  return addReshape(node, to, source, [...shape.slice(0, axis), 1, ...shape.slice(axis)]);
}

export function translateTranspose(node: GraphDefNode, to: Translation): string {
  const [batch, ...order] = countsAt(node, 1, to);
  if (batch !== 0) throw refuse(node, 'it moves the batch');
  const axes = order.map((axis) => axis - 1);
  return to.add({ ...nodeBase(node, to, at(inputNames(node), 0)), kind: 'transpose', order: axes });
}

/** Zeros or another value around the picture, and channels of zeros behind the others. */
export function translatePad(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const cells = countsAt(node, 1, to);
  const value = node.op === 'PadV2' ? (weightAt(node, 2, to).values[0] ?? 0) : 0;
  const [first = 0, last = 0, top = 0, bottom = 0, left = 0, right = 0, front = 0, channels = 0] = cells;
  if (cells.length !== 8 || first + last + front > 0) throw refuse(node, `padding of ${cells.join(', ')}`);
  if (channels === 0) return to.add({ ...nodeBase(node, to, source), kind: 'pad', top, bottom, left, right, value });
  if (value !== 0) throw refuse(node, `channels of ${value}`);
  const around = top + bottom + left + right > 0;
  const base = hiddenBase(`${node.name}/cells`, to.resolve(source));
  const padded = around ? to.add({ ...base, kind: 'pad', top, bottom, left, right }) : source;
  return to.add({ ...nodeBase(node, to, padded), kind: 'channelPad', channels });
}

export function translateConcat(node: GraphDefNode, to: Translation): string {
  const names = inputNames(node).slice(0, -1);
  const rank = to.shapeOf(at(names, 0)).length;
  const axis = axisOf(node, at(countsAt(node, names.length, to), 0), rank);
  const base = { ...nodeBase(node, to, at(names, 0)), inputs: names.map((name) => to.resolve(name)) };
  return to.add(axis === rank - 1 ? { ...base, kind: 'concat' } : { ...base, kind: 'concat', axis });
}

/** Cells `begin` to `end` of each axis without batch. */
function addCrop(
  to: Translation,
  name: string,
  source: string,
  begin: readonly number[],
  end: readonly number[],
): string {
  const cut = to.shapeOf(source).map((extent, axis) => [begin[axis] ?? 0, extent - (end[axis] ?? extent)] as const);
  return to.add({ ...hiddenBase(name, to.resolve(source)), listed: true, kind: 'crop', cut });
}

/** Split and SplitV: as many results, `name`, `name:1`, … */
export function translateSplit(node: GraphDefNode, to: Translation): string {
  const sized = node.op === 'SplitV';
  const source = at(inputNames(node), sized ? 0 : 1);
  const shape = to.shapeOf(source);
  const axis = axisOf(node, at(countsAt(node, sized ? 2 : 0, to), 0), shape.length);
  const extent = at(shape, axis);
  const count = attributeOf(node, 'num_split').i ?? 1;
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= extent))
    throw refuse(node, `${count} parts of ${extent}`);
  const sizes = sized ? countsAt(node, 1, to) : new Array<number>(count).fill(extent / count);
  if (sizes.reduce((a, b) => a + b, 0) !== extent) throw refuse(node, `parts of ${sizes.join(', ')} of ${extent}`);
  let begin = 0;
  for (const [i, size] of sizes.entries()) {
    const only = (value: number, other: readonly number[]) => other.map((whole, a) => (a === axis ? value : whole));
    const name = i === 0 ? node.name : `${node.name}:${i}`;
    addCrop(
      to,
      name,
      source,
      only(
        begin,
        shape.map(() => 0),
      ),
      only(begin + size, shape),
    );
    begin += size;
  }
  return node.name;
}

export function translateSlice(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const shape = to.shapeOf(source);
  const [batch, ...begin] = countsAt(node, 1, to);
  const [pictures, ...size] = numbersAt(node, 2, to).map((count) => count ?? -1);
  if (batch !== 0 || (pictures !== -1 && pictures !== 1)) throw refuse(node, 'it cuts the batch');
  const end = shape.map((extent, axis) => (size[axis] === -1 ? extent : (begin[axis] ?? 0) + (size[axis] ?? 0)));
  return addCrop(to, node.name, source, begin, end);
}

const bit = (node: GraphDefNode, mask: string, axis: number) => (((attributeOf(node, mask).i ?? 0) >> axis) & 1) === 1;

/** Steps of 1 along each axis; an axis that is asked for by one index vanishes. */
export function translateStridedSlice(node: GraphDefNode, to: Translation): string {
  const source = at(inputNames(node), 0);
  const shape = to.shapeOf(source);
  const [begins, ends, steps] = [1, 2, 3].map((index) => numbersAt(node, index, to));
  if (['ellipsis_mask', 'new_axis_mask'].some((mask) => (attributeOf(node, mask).i ?? 0) !== 0))
    throw refuse(node, 'new or unnamed axes');
  if (steps?.some((step) => step !== 1)) throw refuse(node, `steps of ${steps.join(', ')}`);
  const whole = (axis: number) => bit(node, 'begin_mask', axis) && bit(node, 'end_mask', axis);
  const all = begins?.[0] === 0 && ends?.[0] === 1 && !bit(node, 'shrink_axis_mask', 0);
  if (!whole(0) && !all && !(begins?.[0] === 0 && bit(node, 'end_mask', 0))) throw refuse(node, 'it cuts the batch');
  const ranges = shape.map((extent, i) => {
    const axis = i + 1;
    const absolute = (given: number | null | undefined, fallback: number) =>
      Math.min(extent, given === undefined || given === null ? fallback : given < 0 ? given + extent : given);
    const begin = bit(node, 'begin_mask', axis) ? 0 : absolute(begins?.[axis], 0);
    if (bit(node, 'shrink_axis_mask', axis)) return [begin, begin + 1] as const;
    return [begin, bit(node, 'end_mask', axis) ? extent : absolute(ends?.[axis], extent)] as const;
  });
  const left = shape.flatMap((_, i) => {
    const [begin, end] = at(ranges, i);
    return bit(node, 'shrink_axis_mask', i + 1) ? [] : [end - begin];
  });
  const [begin, end] = [ranges.map((range) => range[0]), ranges.map((range) => range[1])];
  if (left.length === shape.length) return addCrop(to, node.name, source, begin, end);
  return addReshape(node, to, addCrop(to, `${node.name}/cells`, source, begin, end), left);
}

export function translateResize(node: GraphDefNode, to: Translation): string {
  const [height = 0, width = 0] = countsAt(node, 1, to);
  return to.add({
    ...nodeBase(node, to, at(inputNames(node), 0)),
    kind: 'resize',
    method: node.op === 'ResizeBilinear' ? 'bilinear' : 'nearest',
    cells: [height, width],
    alignCorners: attributeOf(node, 'align_corners').b ?? false,
    halfPixelCenters: attributeOf(node, 'half_pixel_centers').b ?? false,
  });
}

export function translateSpace(node: GraphDefNode, to: Translation): string {
  checkDataFormat(node);
  const block = attributeOf(node, 'block_size').i ?? 0;
  const kind = node.op === 'DepthToSpace' ? 'depthToSpace' : 'spaceToDepth';
  return to.add({ ...nodeBase(node, to, at(inputNames(node), 0)), kind, block });
}
