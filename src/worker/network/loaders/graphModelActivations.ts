/** Graph-model operations on each value by itself, as nodes of their own and fused into a layer. */
import type { Activation } from '../graph';
import type { Pointwise } from '../pointwise';
import { at } from '../rules/rule';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import { hiddenBase, nodeBase, refuse, type Translation, weightAt } from './graphModelTranslation';
import { ownEntry } from './ownEntry';

/** Those that layers apply themselves. */
const activations: Readonly<Record<string, Activation>> = {
  Relu: 'relu',
  Relu6: 'relu6',
  Elu: 'elu',
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softmax: 'softmax',
};

const pointwise: Readonly<Record<string, Pointwise>> = {
  Selu: { name: 'selu' },
  Softplus: { name: 'softplus' },
  Softsign: { name: 'softsign' },
  Exp: { name: 'exponential' },
  Log: { name: 'log' },
  Erf: { name: 'erf' },
  Neg: { name: 'negative' },
  Abs: { name: 'absolute' },
  Square: { name: 'square' },
  Sqrt: { name: 'sqrt' },
  Rsqrt: { name: 'rsqrt' },
  Reciprocal: { name: 'reciprocal' },
  Inv: { name: 'reciprocal' },
};

/** TensorFlow's default where the attribute is missing. */
const leaky = (slope = 0.2): Pointwise => ({ name: 'rectify', slope, threshold: 0, ceiling: null });

/** The counterpart of an operation on each value; null for an operation that is none. */
export function translateActivation(node: GraphDefNode, to: Translation): string | null {
  const base = nodeBase(node, to, at(inputNames(node), 0));
  const activation = ownEntry(activations, node.op);
  if (activation !== undefined) return to.add({ ...base, kind: 'activation', activation });
  if (node.op === 'Prelu') return addPrelu(node, to, base, 1);
  const operation = node.op === 'LeakyRelu' ? leaky(attributeOf(node, 'alpha').f) : ownEntry(pointwise, node.op);
  return operation === undefined ? null : to.add({ ...base, kind: 'pointwise', operation });
}

function addPrelu(node: GraphDefNode, to: Translation, base: ReturnType<typeof nodeBase>, index: number): string {
  const slope = weightAt(node, index, to);
  return to.add({ ...base, kind: 'prelu', slope, parameters: slope.values.length });
}

/**
 * What is fused into a layer: its bias' place among the inputs, what its own node applies, and what has to follow it.
 */
export function fusedSteps(node: GraphDefNode, to: Translation) {
  const steps = (attributeOf(node, 'fused_ops').list?.s ?? []).map((step) => atob(step));
  const bias = steps[0] === 'BiasAdd' ? weightAt(node, 2, to) : null;
  const rest = steps.filter((step) => step !== 'BiasAdd');
  const [last = 'linear'] = rest;
  const inside = last === 'linear' ? 'linear' : ownEntry(activations, last);
  // A softmax mixes the channels: TensorFlow never fuses one, and one filter alone could not be computed.
  const known = inside !== undefined || last === 'LeakyRelu' || last === 'Prelu';
  if (rest.length > 1 || !known || inside === 'softmax') throw refuse(node, `the fused operations ${steps.join(', ')}`);
  const behind = (layer: string): string => {
    if (inside !== undefined) return layer;
    const base = { ...hiddenBase(`${node.name}/${last}`, layer), listed: true } as const;
    const made =
      last === 'Prelu'
        ? addPrelu(node, to, base, bias === null ? 2 : 3)
        : to.add({ ...base, kind: 'pointwise', operation: leaky(attributeOf(node, 'leakyrelu_alpha').f) });
    return to.alias(node.name, made);
  };
  return { bias, activation: inside ?? 'linear', behind };
}
