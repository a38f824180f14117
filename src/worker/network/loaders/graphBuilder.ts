import { FoveaError } from '../../../shared/errors';
import type { Graph, Node } from '../graph';

/** Collects nodes in topological order; the second of one name is refused. */
export class GraphBuilder {
  readonly #nodes = new Map<string, Node>();

  add(node: Node): string {
    if (this.#nodes.has(node.name)) {
      throw new FoveaError(`Two layers are named “${node.name}”.`, 'Give every layer of the model its own name.');
    }
    this.#nodes.set(node.name, node);
    return node.name;
  }

  get graph(): Graph {
    return this.#nodes;
  }
}
