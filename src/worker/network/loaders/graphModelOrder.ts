import { FoveaError } from '../../../shared/errors';
import { unrollLoops } from './graphModelLoops';
import { type GraphDefNode, inputNames, producerOf } from './graphModelSchema';

/**
 * A graph's nodes so that each comes after what it reads, loops that run once laid out flat.
 * @throws FoveaError for another loop, and for a node that reads what is not there
 */
export function orderNodes(nodes: readonly GraphDefNode[]): readonly GraphDefNode[] {
  return sortNodes(unrollLoops(nodes));
}

function sortNodes(nodes: readonly GraphDefNode[]): readonly GraphDefNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const state = new Map<string, 'open' | 'done'>();
  const sorted: GraphDefNode[] = [];
  for (const root of nodes) {
    const stack = [root.name];
    while (stack.length > 0) {
      const name = stack.at(-1) ?? '';
      const node = byName.get(name);
      if (node === undefined) {
        throw new FoveaError(`The graph reads ${name}, which it does not contain.`, 'Export the model again.');
      }
      if (state.get(name) === 'done') {
        stack.pop();
        continue;
      }
      const missing = inputNames(node)
        .map(producerOf)
        .filter((input) => state.get(input) !== 'done');
      if (missing.length === 0) {
        state.set(name, 'done');
        sorted.push(node);
        stack.pop();
      } else if (state.get(name) === 'open') {
        throw new FoveaError(
          `The graph has a cycle through ${name} (${node.op}), a loop that does not run just once.`,
          'Only feed-forward networks can be shown.',
        );
      } else {
        state.set(name, 'open');
        stack.push(...missing);
      }
    }
  }
  return sorted;
}
