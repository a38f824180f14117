/**
 * Arithmetic between graph-model nodes: sums of two branches, constants folded into what they follow, ReLU6 spelt as a
 * clip. Each gives the name of the node that holds the result.
 */
import { foldAffine } from './foldAffine';
import { type GraphDefNode, inputNames } from './graphModelSchema';
import { refuse, type Translation } from './graphModelTranslation';

export function translateArithmetic(node: GraphDefNode, to: Translation): string | null {
  const [first = '', second = ''] = inputNames(node);
  const constant = to.constant(second) ?? to.constant(first);
  if (constant === null) {
    if (node.op !== 'Add' && node.op !== 'AddV2') throw refuse(node, 'two computed inputs');
    const inputs = [to.resolve(first), to.resolve(second)];
    return to.add({ kind: 'add', name: node.name, inputs, activation: 'linear', parameters: 0, listed: true });
  }
  const source = to.constant(second) ? first : second;
  if (node.op === 'Sub' && source !== first) throw refuse(node, 'a constant minus a computed input');
  if (constant.shape.slice(0, -1).some((extent) => extent !== 1)) throw refuse(node, 'a constant for each cell');
  const sign = node.op === 'Sub' ? -1 : 1;
  const values = constant.values.map((value) => value * sign);
  const step = node.op === 'Mul' ? { scale: values, offset: null } : { scale: null, offset: values };
  const producer = to.nodes.get(to.resolve(source));
  const folded = to.consumers.get(source) === 1 && producer ? foldAffine(producer, step) : null;
  if (folded !== null) {
    to.add(folded);
    return to.alias(node.name, folded.name);
  }
  const channels = values.length;
  return to.add({
    kind: 'affine',
    name: node.name,
    inputs: [to.resolve(source)],
    scale: { shape: [channels], values: step.scale ?? new Float32Array(channels).fill(1) },
    offset: { shape: [channels], values: step.offset ?? new Float32Array(channels) },
    parameters: channels,
    listed: true,
  });
}

export function translateClip(node: GraphDefNode, to: Translation): string | null {
  const [source = '', limit = ''] = inputNames(node);
  const bound = to.constant(limit)?.values;
  const name = to.resolve(source);
  const producer = to.nodes.get(name);
  if (producer?.kind === 'activation' && bound?.length === 1) {
    if (node.op === 'Minimum' && bound[0] === 6 && producer.activation === 'relu') {
      to.add({ ...producer, activation: 'relu6' });
      return to.alias(node.name, name);
    }
    if (node.op === 'Maximum' && bound[0] === 0) return to.alias(node.name, name);
  }
  throw refuse(node, 'only clip_by_value(relu(x), 0, 6) is known');
}
