import { type GraphDefNode, inputNames, producerOf } from './graphModelSchema';

/**
 * A graph without the loops that run once. `tf.map_fn` over a batch writes each picture into a list, from inside a
 * loop; with one picture (a list of one element) the body runs once, and can stand in the graph as it is: what takes
 * the picture out of the batch becomes an Unpack, what collects the results a Pack. Any other loop stays.
 */
export function unrollLoops(nodes: readonly GraphDefNode[]): readonly GraphDefNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const unrolled = nodes.map((node) => unrollNode(node, byName));
  if (unrolled.every((node, i) => node === nodes[i])) return nodes;
  return withoutLeftovers(unrolled, nodes);
}

type Nodes = ReadonlyMap<string, GraphDefNode>;

function unrollNode(node: GraphDefNode, nodes: Nodes): GraphDefNode {
  if (node.op === 'TensorListStack') {
    const item = itemOf(node, nodes);
    return item === null ? node : { ...node, op: 'Pack', input: [item], attr: axisAndCount('N') };
  }
  if (node.op === 'TensorListGetItem') {
    const batch = batchOf(node, nodes);
    return batch === null ? node : { ...node, op: 'Unpack', input: [batch], attr: axisAndCount('num') };
  }
  return node;
}

/** The first axis, and one element. */
const axisAndCount = (count: string) => ({ axis: { i: 0 }, [count]: { i: 1 } });

/** What a list of one element gets from inside the loop. */
function itemOf(stack: GraphDefNode, nodes: Nodes): string | null {
  const { num_elements: count } = stack.attr as { num_elements?: { i?: unknown } };
  if (Number(count?.i) !== 1) return null;
  const merge = up(up(up(stack, nodes, 'Exit'), nodes, 'Switch'), nodes, 'Merge');
  const next = up(merge, nodes, 'NextIteration');
  const write = up(next, nodes, 'TensorListSetItem');
  return write === null ? null : (inputNames(write)[2] ?? null);
}

/** The batch whose elements a loop reads one by one. */
function batchOf(get: GraphDefNode, nodes: Nodes): string | null {
  const merge = up(up(get, nodes, 'Switch'), nodes, 'Merge');
  const list = up(up(merge, nodes, 'Enter'), nodes, 'TensorListFromTensor');
  return list === null ? null : (inputNames(list)[0] ?? null);
}

/** The node of this operation that feeds another. */
function up(node: GraphDefNode | null, nodes: Nodes, op: string): GraphDefNode | null {
  for (const name of node === null ? [] : inputNames(node)) {
    const found = nodes.get(producerOf(name));
    if (found?.op === op) return found;
  }
  return null;
}

/** Without what only the loops themselves needed: what nobody read in the original is what the graph is for. */
function withoutLeftovers(unrolled: readonly GraphDefNode[], original: readonly GraphDefNode[]): GraphDefNode[] {
  const read = new Set(original.flatMap(({ input }) => input.map((name) => producerOf(name.replace(/^\^/, '')))));
  const byName = new Map(unrolled.map((node) => [node.name, node]));
  const open = unrolled.filter(({ name }) => !read.has(name));
  const needed = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const name of inputNames(node)) {
      const input = byName.get(producerOf(name));
      if (input === undefined || needed.has(input)) continue;
      needed.add(input);
      open.push(input);
    }
  }
  return unrolled.filter((node) => needed.has(node));
}
