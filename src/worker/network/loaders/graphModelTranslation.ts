import { FoveaError } from '../../../shared/errors';
import type { Activation, Node, Weight } from '../graph';
import { type GraphDefNode, inputNames } from './graphModelSchema';

/** TensorFlow's activations that are nodes, or fused into one. */
export const activations: Readonly<Record<string, Activation>> = {
  Relu: 'relu',
  Relu6: 'relu6',
  Elu: 'elu',
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softmax: 'softmax',
};

/** A graph model's nodes as far as they are translated, and what translating the next ones needs. */
export class Translation {
  readonly nodes = new Map<string, Node>();
  /** Node → path of its weights, which carries the layer's name. */
  readonly weightPaths = new Map<string, string>();
  /** TensorFlow's name → the name of the node that computes it, where several became one. */
  readonly #aliases = new Map<string, string>();

  constructor(
    readonly weights: ReadonlyMap<string, Weight>,
    /** How many nodes read a result. */
    readonly consumers: ReadonlyMap<string, number>,
  ) {}

  add(node: Node): string {
    this.nodes.set(node.name, node);
    return node.name;
  }

  alias(name: string, target: string): string {
    this.#aliases.set(name, target);
    return target;
  }

  resolve(name: string): string {
    return this.#aliases.get(name) ?? name;
  }

  /** The constant of this name, if it is one. */
  constant(name: string): Weight | null {
    return this.weights.get(name) ?? null;
  }
}

/** The error for an operation that no rule covers: it names the node and its type. */
export const refuse = (node: GraphDefNode, why: string) =>
  new FoveaError(
    `${node.name} (${node.op}) cannot be shown: ${why}.`,
    'Fovea covers feed-forward convolutional networks; export the model up to this operation.',
  );

/** The constant that feeds a node as its input `index`. @throws FoveaError where it is computed */
export function weightAt(node: GraphDefNode, index: number, to: Translation): Weight {
  const weight = to.constant(inputNames(node)[index] ?? '');
  if (weight === null) throw refuse(node, `its input ${index} is not a constant`);
  return weight;
}
