/**
 * Graphs for one picture take it out of its batch, work on it and put it back. Fovea's nodes know no batch, so nothing
 * has to be computed for that: only which results lie without one is remembered.
 */
import { at } from '../rules/rule';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import { numbersAt, refuse, type Translation } from './graphModelTranslation';
import { ownEntry } from './ownEntry';

/** On each value by itself, with constants at most: the same with a batch and without. */
const onValues = [
  'Identity',
  'Cast',
  'Add',
  'AddV2',
  'Sub',
  'Mul',
  'RealDiv',
  'Div',
  'Minimum',
  'Maximum',
  'StopGradient',
];

type Step = (node: GraphDefNode, to: Translation, source: string) => boolean;

/** Whether an operation takes the batch's axis away from a result that has one. */
const takesAway: Readonly<Record<string, Step>> = {
  Unpack: (node) => (attributeOf(node, 'axis').i ?? 0) === 0 && attributeOf(node, 'num').i === 1,
  Squeeze: (node) => attributeOf(node, 'squeeze_dims').list?.i?.join() === '0',
  StridedSlice: (node, to) => attributeOf(node, 'shrink_axis_mask').i === 1 && numbersAt(node, 1, to).join() === '0',
};

/** Whether an operation gives a result without it that axis back. */
const givesBack: Readonly<Record<string, Step>> = {
  ExpandDims: (node, to) => numbersAt(node, 1, to).join() === '0',
  Pack: (node) => (attributeOf(node, 'axis').i ?? 0) === 0 && inputNames(node).length === 1,
  StridedSlice: (node, to, source) => {
    const rest = 2 ** (to.shapeOf(source).length + 1) - 2;
    const whole = ['begin_mask', 'end_mask'].every((mask) => ((attributeOf(node, mask).i ?? 0) & rest) === rest);
    return whole && attributeOf(node, 'new_axis_mask').i === 1;
  },
};

/**
 * True where an operation only moves a picture out of its batch or back; its result is then known as the very same.
 * @throws UncoveredError where it works on a picture without its batch in another way
 */
export function moveBatch(node: GraphDefNode, to: Translation): boolean {
  const names = inputNames(node);
  const source = names.find((name) => to.withoutBatch.has(name));
  if (source === undefined) {
    const first = names[0] ?? '';
    if (!to.nodes.has(to.resolve(first)) || !ownEntry(takesAway, node.op)?.(node, to, first)) return false;
    to.identify(node.name, first);
    to.withoutBatch.add(node.name);
    return true;
  }
  if (ownEntry(givesBack, node.op)?.(node, to, source)) {
    to.identify(node.name, source);
    return true;
  }
  const others = names.filter((name) => name !== source);
  if (!onValues.includes(node.op) || !others.every((name) => to.constant(name) !== null || to.withoutBatch.has(name)))
    throw refuse(node, 'it works on a picture out of its batch');
  to.withoutBatch.add(node.name);
  return false;
}

/** Pack: results of one shape along a new axis, which the batch's cannot be. */
export function translatePack(node: GraphDefNode, to: Translation): string {
  const names = inputNames(node);
  if (names.some((name) => !to.nodes.has(to.resolve(name))))
    throw refuse(node, 'it packs what is not computed of the picture');
  const shape = to.shapeOf(at(names, 0));
  const axis = (attributeOf(node, 'axis').i ?? 0) - 1;
  if (!(axis >= 0 && axis <= shape.length)) throw refuse(node, `it packs along axis ${axis + 1}`);
  if (names.some((name) => to.shapeOf(name).join() !== shape.join())) throw refuse(node, 'it packs different shapes');
  const longer = [...shape.slice(0, axis), 1, ...shape.slice(axis)];
  // One result packed twice, as nearest-neighbour upsampling does it, is reshaped once.
  const places = new Map(
    [...new Set(names.map((name) => to.resolve(name)))].map((source, i) => {
      const base = { name: `${node.name}/${i}`, inputs: [source], parameters: 0, listed: false } as const;
      return [source, to.add({ ...base, kind: 'reshape', shape: longer })];
    }),
  );
  const inputs = names.map((name) => places.get(to.resolve(name)) ?? '');
  return to.add({ name: node.name, inputs, parameters: 0, listed: true, kind: 'concat', axis });
}
