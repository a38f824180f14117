/**
 * Arithmetic between graph-model nodes: branches that meet, constants folded into what they follow, ReLU6 spelt as a
 * clip. Each gives the name of the node that holds the result.
 */
import type { MergeNode, Weight } from '../graph';
import { at } from '../rules/rule';
import { foldAffine } from './foldAffine';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import { checkDataFormat, hiddenBase, nodeBase, refuse, type Translation, weightAt } from './graphModelTranslation';
import { ownEntry } from './ownEntry';

const merges: Readonly<Record<string, MergeNode['operation']>> = {
  Add: 'add',
  AddV2: 'add',
  BiasAdd: 'add',
  Sub: 'subtract',
  Mul: 'multiply',
  RealDiv: 'divide',
  Div: 'divide',
  Maximum: 'maximum',
  Minimum: 'minimum',
};

/** y = x × scale + offset; null leaves x as it is. */
interface Step {
  readonly scale: Weight | null;
  readonly offset: Weight | null;
}

export function translateArithmetic(node: GraphDefNode, to: Translation): string {
  const [first = '', second = ''] = inputNames(node);
  const constant = to.constant(second) ?? to.constant(first);
  if (constant === null) return translateMerge(node, to);
  const behind = to.constant(second) !== null;
  const source = behind ? first : second;
  const weight = fitted(node, constant, to.shapeOf(source).length);
  if (node.op === 'Maximum' || node.op === 'Minimum') return translateClip(node, weight, source, to);
  if ((node.op === 'RealDiv' || node.op === 'Div') && !behind) {
    const reciprocal = to.add({
      ...hiddenBase(`${node.name}/reciprocal`, to.resolve(source)),
      kind: 'pointwise',
      operation: { name: 'reciprocal' },
    });
    return addAffine(node, to, reciprocal, { scale: weight, offset: null });
  }
  return addAffine(node, to, source, stepOf(node.op, weight, behind));
}

/** The constant without the extents of 1 that it has in front of the input's, that of the batch among them. */
function fitted(node: GraphDefNode, { shape, values }: Weight, rank: number): Weight {
  const extra = Math.max(0, shape.length - rank);
  if (shape.slice(0, extra).some((extent) => extent !== 1)) throw refuse(node, `a constant of ${shape.join(' × ')}`);
  return { shape: shape.length === 0 ? [1] : shape.slice(extra), values };
}

const mapped = ({ shape, values }: Weight, change: (value: number) => number): Weight => ({
  shape,
  values: values.map(change),
});

function stepOf(op: string, constant: Weight, behind: boolean): Step {
  switch (op) {
    case 'Sub':
      return behind
        ? { scale: null, offset: mapped(constant, (value) => -value) }
        : { scale: { shape: [1], values: Float32Array.of(-1) }, offset: constant };
    case 'Mul':
      return { scale: constant, offset: null };
    case 'RealDiv':
    case 'Div':
      return { scale: mapped(constant, (value) => 1 / value), offset: null };
    default:
      return { scale: null, offset: constant };
  }
}

/** Folded into the layer before, if that is linear and nobody else reads it; a node of its own otherwise. */
export function addAffine(
  node: GraphDefNode,
  to: Translation,
  source: string,
  { scale, offset }: Step,
  more = 0,
): string {
  const weights = [scale, offset].flatMap((weight) => weight ?? []);
  if (!weights.every(({ values }) => values.every(Number.isFinite))) throw refuse(node, 'it divides by 0');
  const perChannel = weights.every(({ shape }) => shape.slice(0, -1).every((extent) => extent === 1));
  const producer = to.nodes.get(to.resolve(source));
  const isSafe = perChannel && producer !== undefined && to.isReadOnce(source);
  const folded = isSafe ? foldAffine(producer, { scale: scale?.values ?? null, offset: offset?.values ?? null }) : null;
  if (folded !== null) {
    to.add({ ...folded, parameters: folded.parameters + more });
    return to.alias(node.name, folded.name);
  }
  return to.add({
    ...nodeBase(node, to, source),
    kind: 'affine',
    scale: scale ?? { shape: [1], values: Float32Array.of(1) },
    offset: offset ?? { shape: [1], values: Float32Array.of(0) },
    parameters: weights.reduce((sum, { values }) => sum + values.length, more),
  });
}

/**
 * Two computed inputs: TensorFlow stretches them from the last axis on, which only equal ranks can do without the
 * batch.
 */
function translateMerge(node: GraphDefNode, to: Translation): string {
  const operation = ownEntry(merges, node.op);
  if (operation === undefined) throw refuse(node, 'two computed inputs');
  const inputs = inputNames(node).map((name) => to.resolve(name));
  const shapes = inputs.map((name) => to.shapeOf(name));
  if (new Set(shapes.map(({ length }) => length)).size > 1) throw refuse(node, 'inputs of different ranks');
  const base = { ...nodeBase(node, to, at(inputs, 0)), inputs };
  const isSum = operation === 'add' && new Set(shapes.map((shape) => shape.join())).size === 1;
  return to.add(isSum ? { ...base, kind: 'add', activation: 'linear' } : { ...base, kind: 'merge', operation });
}

/** AddN: computed inputs of one shape. */
export function translateSum(node: GraphDefNode, to: Translation): string {
  const inputs = inputNames(node).map((name) => to.resolve(name));
  return to.add({ ...nodeBase(node, to, at(inputs, 0)), inputs, kind: 'add', activation: 'linear' });
}

/** A bound for all values; clip_by_value(relu(x), 0, 6), in whatever order, is ReLU6. */
function translateClip(node: GraphDefNode, { values }: Weight, source: string, to: Translation): string {
  const [bound = Number.NaN] = values;
  if (values.length !== 1) throw refuse(node, 'a bound for each channel');
  const name = to.resolve(source);
  const producer = to.nodes.get(name);
  if (producer?.kind === 'activation' && (producer.activation === 'relu' || producer.activation === 'relu6')) {
    if (node.op === 'Maximum' && bound === 0) return to.identify(node.name, source);
    if (node.op === 'Minimum' && bound === 6 && producer.activation === 'relu' && to.isReadOnce(source)) {
      to.add({ ...producer, activation: 'relu6' });
      return to.alias(node.name, name);
    }
  }
  const clip = node.op === 'Minimum' ? { low: null, high: bound } : { low: bound, high: null };
  return to.add({ ...nodeBase(node, to, source), kind: 'pointwise', operation: { name: 'clip', ...clip } });
}

/** x ^ 2, ^ ½, ^ −½ and ^ −1. */
export function translatePower(node: GraphDefNode, to: Translation): string {
  const [exponent = Number.NaN, ...more] = weightAt(node, 1, to).values;
  const names = { '2': 'square', '0.5': 'sqrt', '-0.5': 'rsqrt', '-1': 'reciprocal' } as const;
  const name = ownEntry(names as Readonly<Record<string, (typeof names)[keyof typeof names]>>, String(exponent));
  if (name === undefined || more.length > 0) throw refuse(node, `the power ${exponent}`);
  return to.add({ ...nodeBase(node, to, at(inputNames(node), 0)), kind: 'pointwise', operation: { name } });
}

/** (a − b)². */
export function translateSquaredDifference(node: GraphDefNode, to: Translation): string {
  const name = `${node.name}/difference`;
  const difference = translateArithmetic({ ...node, name, op: 'Sub' }, to);
  return to.add({ ...nodeBase(node, to, difference), kind: 'pointwise', operation: { name: 'square' } });
}

/** A batch normalisation that the converter has not folded: gamma (x − mean) / √(variance + ε) + beta. */
export function translateBatchNorm(node: GraphDefNode, to: Translation): string {
  if (attributeOf(node, 'is_training').b) throw refuse(node, 'it normalises by the batch');
  checkDataFormat(node);
  const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((index) => weightAt(node, index, to).values);
  const epsilon = attributeOf(node, 'epsilon').f ?? 1e-4;
  const count = mean?.length ?? 0;
  if ([gamma, beta, variance].some((values) => values?.length !== count))
    throw refuse(node, 'its weights differ in length');
  const scale = Float32Array.from(
    { length: count },
    (_, c) => (gamma?.[c] ?? 0) / Math.sqrt((variance?.[c] ?? 0) + epsilon),
  );
  const offset = scale.map((factor, c) => (beta?.[c] ?? 0) - (mean?.[c] ?? 0) * factor);
  const step = { scale: { shape: [count], values: scale }, offset: { shape: [count], values: offset } };
  return addAffine(node, to, at(inputNames(node), 0), step, 2 * count);
}
