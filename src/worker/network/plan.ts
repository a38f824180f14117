import { FoveaError } from '../../shared/errors';
import type { Shape } from '../kernels/tensor';
import { checkNode } from './checkNode';
import { type Graph, inputOf, type Node } from './graph';
import { ruleOf } from './rules';
import { at } from './rules/rule';

/** Values that one output may have: a quarter of a gigabyte. */
const mostCells = 2 ** 26;

/** The node of this name. @throws FoveaError if the graph has none. */
export function nodeOf(graph: Graph, name: string): Node {
  const node = graph.get(name);
  if (node === undefined) {
    throw new FoveaError(`This network has no layer “${name}”.`, 'Choose a layer from the layer table.');
  }
  return node;
}

/** All nodes that the named ones are computed from, themselves included. */
export function ancestors(graph: Graph, names: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...nodeOf(graph, name).inputs);
  }
  return found;
}

/** The nodes that lead to `target`, in order of execution, with activations fused as `planToAll` does it. */
export function planTo(graph: Graph, target: string): readonly Node[] {
  return planToAll(graph, [target]);
}

/**
 * The nodes that lead to all of `targets`, in order of execution; each is computed once. A convolution and the lone
 * activation behind it become one node under the activation's name, unless the convolution is itself a target: the
 * kernel applies it in the same pass.
 * @throws FoveaError if the graph has no node of such a name
 */
export function planToAll(graph: Graph, targets: readonly string[]): readonly Node[] {
  const wanted = ancestors(graph, targets);
  const nodes = [...graph.values()].filter((node) => wanted.has(node.name));
  const consumers = new Map<string, number>();
  for (const node of nodes) for (const name of node.inputs) consumers.set(name, (consumers.get(name) ?? 0) + 1);
  const fused = new Map<string, Node>();
  for (const node of nodes) {
    if (node.kind !== 'activation' || node.activation === 'softmax') continue;
    const source = graph.get(at(node.inputs, 0));
    if (source === undefined || !('activation' in source) || source.kind === 'activation') continue;
    if (source.activation !== 'linear' || consumers.get(source.name) !== 1 || targets.includes(source.name)) continue;
    fused.set(node.name, { ...source, name: node.name, activation: node.activation });
    fused.set(source.name, node);
  }
  return nodes.flatMap((node) => {
    const replacement = fused.get(node.name);
    if (replacement === undefined) return [node];
    return replacement.kind === 'activation' ? [] : [replacement];
  });
}

function shapeOf(shapes: ReadonlyMap<string, Shape>, name: string, { name: reader }: Node): Shape {
  const shape = shapes.get(name);
  if (shape !== undefined) return shape;
  throw new FoveaError(`Layer ${reader} reads ${name}, which is not computed before it.`, 'Export the model again.');
}

/**
 * The output shape of a node, without batch, given its inputs' shapes.
 * @throws FoveaError where weights, settings and inputs do not fit each other, or nothing or too much comes out
 */
export function inferShape(node: Node, inputs: readonly Shape[], size?: readonly [number, number]): Shape {
  checkNode(node, inputs);
  const shape = node.kind === 'input' && size ? [...size, 3] : ruleOf(node).shape(node, inputs);
  if (!shape.every(Number.isFinite) || shape.reduce((product, extent) => product * extent, 1) > mostCells) {
    throw new FoveaError(
      `The output of ${node.name} would be ${shape.join(' × ')}: too large.`,
      'Choose a smaller size, or a network without this layer.',
    );
  }
  if (shape.some((extent) => !(extent >= 1))) {
    throw new FoveaError(
      `At this size nothing of the picture is left at ${node.name} (${shape.join(' × ')}).`,
      'Choose a larger size or an earlier layer.',
    );
  }
  return shape;
}

/**
 * Output shapes of all nodes, without batch, for an input of this size (the network's own if absent).
 * @throws FoveaError as `inferShape`
 */
export function inferShapes(nodes: Iterable<Node>, size?: readonly [number, number]): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const node of nodes) {
    const inputs = node.inputs.map((name) => shapeOf(shapes, name, node));
    shapes.set(node.name, inferShape(node, inputs, size));
  }
  return shapes;
}

/** Cells by which a picture is made larger to see whether a layer follows. */
const stretch = 32;

/**
 * True if the layer can be computed from pictures of any size: a larger picture fits all that leads to it, and no list
 * of units, nor a fixed shape, grows with it.
 */
export function acceptsAnySize(graph: Graph, target: string): boolean {
  const plan = planTo(graph, target);
  const isFixed = (node: Node) => node.kind === 'flatten' || node.kind === 'reshape';
  if (!plan.some((node) => isFixed(node) || changesWithSize(node))) return true;
  const [height, width] = nativeSize(graph);
  try {
    const own = inferShapes(plan);
    const larger = inferShapes(plan, [height + stretch, width + stretch]);
    return plan.every((node) => !isFixed(node) || same(own.get(node.name), larger.get(node.name)));
  } catch (error) {
    if (error instanceof FoveaError) return false;
    throw error;
  }
}

/** Nodes that may refuse a picture of another size. */
const changesWithSize = ({ kind }: Node) =>
  !['input', 'conv2d', 'depthwiseConv2d', 'maxPool', 'averagePool', 'activation', 'add', 'pad'].includes(kind);

const same = (a: Shape = [], b: Shape = []) => a.join() === b.join();

/** The network's own input size: [height, width]. */
export function nativeSize(graph: Graph): [number, number] {
  const [height, width] = inputOf(graph).shape;
  return [height, width];
}
