import { FoveaError } from '../../../shared/errors';
import type { Shape } from '../../kernels/tensor';
import type { Node, Weight } from '../graph';
import { inferShape } from '../plan';
import { type GraphDefNode, inputNames, textOf } from './graphModelSchema';

/** Extents of a shape that the graph computes; null stands for the batch. */
export type ShapeValues = readonly (number | null)[];

/** A graph model's nodes as far as they are translated, and what translating the next ones needs. */
export class Translation {
  readonly nodes = new Map<string, Node>();
  /** Node → path of its weights, which carries the layer's name. */
  readonly weightPaths = new Map<string, string>();
  /** What the graph computes of shapes: known ahead, since the input's size is. */
  readonly shapeValues = new Map<string, ShapeValues>();
  /** Results that are one picture's, taken out of its batch. */
  readonly withoutBatch = new Set<string>();
  /** TensorFlow's name → the name of the node that computes it, where several became one. */
  readonly #aliases = new Map<string, string>();
  /** Names that stand for another result unchanged → that result. */
  readonly #identities = new Map<string, string>();
  readonly #shapes = new Map<string, Shape>();

  constructor(
    readonly weights: ReadonlyMap<string, Weight>,
    /** How many nodes read a result; the graph's own outputs are read once more. */
    readonly consumers: ReadonlyMap<string, number>,
  ) {}

  /** @throws FoveaError where the node does not fit its inputs */
  add(node: Node): string {
    const inputs = node.inputs.map((input) => this.#shapeOf(input, node.name));
    this.#shapes.set(node.name, inferShape(node, inputs));
    this.nodes.set(node.name, node);
    return node.name;
  }

  alias(name: string, target: string): string {
    this.#aliases.set(name, target);
    return target;
  }

  /** `name` is the result `source`, unchanged. */
  identify(name: string, source: string): string {
    this.#identities.set(name, source);
    return this.alias(name, this.resolve(source));
  }

  resolve(name: string): string {
    return this.#aliases.get(name) ?? name;
  }

  /** The output shape of what computes a result, without batch. */
  shapeOf(name: string): Shape {
    return this.#shapeOf(this.resolve(name), name);
  }

  #shapeOf(node: string, reader: string): Shape {
    const shape = this.#shapes.get(node);
    if (shape !== undefined) return shape;
    throw new FoveaError(`Layer ${reader} reads ${node}, which is not computed before it.`, 'Export the model again.');
  }

  /** True where nobody but one node reads this result, under whatever name. */
  isReadOnce(name: string): boolean {
    for (let read: string | undefined = name; read !== undefined; read = this.#identities.get(read))
      if (this.consumers.get(read) !== 1) return false;
    return true;
  }

  /** The constant of this name, if it is one. */
  constant(name: string): Weight | null {
    return this.weights.get(name) ?? null;
  }
}

/** An operation that no rule covers: what does not need it may still be shown. */
export class UncoveredError extends FoveaError {}

/** One that none can cover: it chooses among values, and what it gives has no slope. */
export class SelectionError extends UncoveredError {}

/** The error for an operation that no rule covers: it names the node and its type. */
export const refuse = (node: GraphDefNode, why: string) =>
  new UncoveredError(
    `${node.name} (${node.op}) cannot be shown: ${why}.`,
    'Fovea covers feed-forward convolutional networks; export the model up to this operation.',
  );

/** The constant that feeds a node as its input `index`. @throws UncoveredError where it is computed */
export function weightAt(node: GraphDefNode, index: number, to: Translation): Weight {
  const weight = to.constant(inputNames(node)[index] ?? '');
  if (weight === null) throw refuse(node, `its input ${index} is not a constant`);
  return weight;
}

/** The numbers that feed a node as its input `index`: a constant, or what the graph computes of shapes. */
export function numbersAt(node: GraphDefNode, index: number, to: Translation): ShapeValues {
  return to.shapeValues.get(inputNames(node)[index] ?? '') ?? [...weightAt(node, index, to).values];
}

/** The same where only numbers will do: no batch among them. */
export const countsAt = (node: GraphDefNode, index: number, to: Translation): number[] =>
  numbersAt(node, index, to).map((value) => {
    if (value === null) throw refuse(node, 'it works with the size of the batch');
    return value;
  });

/** An axis as TensorFlow counts it, the batch included and from the end where negative, without the batch. */
export function axisOf(node: GraphDefNode, axis: number, rank: number): number {
  const found = axis < 0 ? axis + rank : axis - 1;
  if (Number.isSafeInteger(found) && found >= 0 && found < rank) return found;
  throw refuse(node, `it works on axis ${axis}`);
}

/** Channels come last, or the node is refused. */
export function checkDataFormat(node: GraphDefNode): void {
  const format = textOf(node, 'data_format');
  if (format !== '' && format !== 'NHWC') throw refuse(node, `channels lie ${format}`);
}

/** What the counterpart of a node has in common with all others; `from` is the one result that it reads. */
export const nodeBase = (node: GraphDefNode, to: Translation, from: string) =>
  ({ name: node.name, inputs: [to.resolve(from)], parameters: 0, listed: true }) as const;

/** The same for a node that the original does not name. */
export const hiddenBase = (name: string, input: string) =>
  ({ name, inputs: [input], parameters: 0, listed: false }) as const;
