/**
 * What a graph computes of shapes: Keras's Reshape layer writes [tf.shape(x)[0], 1, 1, channels]. The input's size is
 * known when a graph is read, so all of it is, but for the batch.
 */
import { at } from '../rules/rule';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import type { ShapeValues, Translation } from './graphModelTranslation';
import { ownEntry } from './ownEntry';

/** Numbers are few in a shape; a file's constants need not be. */
const mostNumbers = 16;

const evaluators: Readonly<Record<string, (node: GraphDefNode, values: readonly ShapeValues[]) => ShapeValues | null>> =
  {
    StridedSlice: sliced,
    Slice: (_, [values = [], [begin = 0] = [], [size = 0] = []]) =>
      values.slice(begin ?? 0, size === -1 ? undefined : (begin ?? 0) + (size ?? 0)),
    Pack: (_, values) => values.flat(),
    ConcatV2: (_, values) => values.slice(0, -1).flat(),
    GatherV2: (_, [values = [], indices = []]) => indices.map((index) => values[index ?? 0] ?? null),
    Prod: (_, [values = []]) => (values.includes(null) ? null : [values.reduce<number>((a, b) => a * (b ?? 1), 1)]),
    Mul: (_, [a = [], b = []]) => paired(a, b, (x, y) => x * y),
    Add: (_, [a = [], b = []]) => paired(a, b, (x, y) => x + y),
    AddV2: (_, [a = [], b = []]) => paired(a, b, (x, y) => x + y),
    Sub: (_, [a = [], b = []]) => paired(a, b, (x, y) => x - y),
    Cast: (_, [values = []]) => values,
    Identity: (_, [values = []]) => values,
    ExpandDims: (_, [values = []]) => values,
    Squeeze: (_, [values = []]) => values,
  };

/** True where the node computes something of shapes; its numbers are then noted, and no node of ours stands for it. */
export function noteShape(node: GraphDefNode, to: Translation): boolean {
  const names = inputNames(node);
  if (node.op === 'Shape') {
    to.shapeValues.set(node.name, [null, ...to.shapeOf(at(names, 0))]);
    return true;
  }
  const evaluate = ownEntry(evaluators, node.op);
  if (evaluate === undefined || !names.some((name) => to.shapeValues.has(name))) return false;
  const values = names.map((name) => to.shapeValues.get(name) ?? smallConstant(name, to));
  if (values.some((list) => list === null)) return false;
  const result = evaluate(node, values as ShapeValues[]);
  if (result === null) return false;
  to.shapeValues.set(node.name, result.slice(0, mostNumbers));
  return true;
}

function smallConstant(name: string, to: Translation): ShapeValues | null {
  const constant = to.constant(name);
  return constant === null || constant.values.length > mostNumbers ? null : [...constant.values];
}

function sliced(node: GraphDefNode, [values = [], begins = [], ends = [], steps = []]: readonly ShapeValues[]) {
  if ((steps[0] ?? 1) !== 1) return null;
  const masked = (mask: string) => (attributeOf(node, mask).i ?? 0) % 2 === 1;
  const begin = masked('begin_mask') ? 0 : (begins[0] ?? 0);
  if (masked('shrink_axis_mask')) return [values.at(begin) ?? null];
  return values.slice(begin, masked('end_mask') ? undefined : (ends[0] ?? undefined));
}

function paired(a: ShapeValues, b: ShapeValues, operation: (x: number, y: number) => number): ShapeValues | null {
  if (a.includes(null) || b.includes(null) || (a.length !== b.length && a.length !== 1 && b.length !== 1)) return null;
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) =>
    operation(a[a.length === 1 ? 0 : i] ?? 0, b[b.length === 1 ? 0 : i] ?? 0),
  );
}
