import { FoveaError } from '../../../shared/errors';
import type { Shape } from '../../kernels/tensor';
import type { Graph, Node } from '../graph';
import { inferShape } from '../plan';

/** Collects nodes in topological order, each checked against what feeds it; the second of one name is refused. */
export class GraphBuilder {
  readonly #nodes = new Map<string, Node>();
  readonly #shapes = new Map<string, Shape>();

  /** @throws FoveaError where the node does not fit its inputs */
  add(node: Node): string {
    if (this.#nodes.has(node.name)) {
      throw new FoveaError(`Two layers are named “${node.name}”.`, 'Give every layer of the model its own name.');
    }
    this.#shapes.set(
      node.name,
      inferShape(
        node,
        node.inputs.map((input) => this.shapeOf(input)),
      ),
    );
    this.#nodes.set(node.name, node);
    return node.name;
  }

  /** A node that the original does not name, behind `input`. */
  hidden(name: string, input: string) {
    return { name, inputs: [input], parameters: 0, listed: false } as const;
  }

  /** The output shape of a node that is there already, without batch, at the network's own input size. */
  shapeOf(name: string): Shape {
    const shape = this.#shapes.get(name);
    if (shape !== undefined) return shape;
    throw new FoveaError(`The layer “${name}” is read before it is computed.`, 'Export the model again.');
  }

  /** The output of a node as [1, …, 1, channels], of this rank. */
  withRank(name: string, rank: number, reshaped: string): string {
    const shape = this.shapeOf(name);
    if (shape.length >= rank) return name;
    const ones = new Array<number>(rank - shape.length).fill(1);
    return this.add({ ...this.hidden(reshaped, name), kind: 'reshape', shape: [...ones, ...shape] });
  }

  get graph(): Graph {
    return this.#nodes;
  }
}
