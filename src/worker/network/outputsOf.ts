import type { ClassOutput, NetworkOutputs } from '../../shared/network';
import type { Shape } from '../kernels/tensor';
import type { Graph, Node } from './graph';
import { inferShapes } from './plan';
import { at } from './rules/rule';

/**
 * What a network answers, told from its graph alone: a flat last layer behind a softmax has classes, and so has one
 * unit behind a sigmoid: two classes, the second for a high value. What feeds the softmax's dense layer is the
 * embedding; without a softmax a flat last layer is itself the embedding, but where it is one unit alone: then it is
 * what feeds that.
 */
export function outputsOf(graph: Graph): NetworkOutputs {
  const shapes = inferShapes(graph.values());
  const read = new Set([...graph.values()].flatMap((node) => node.inputs));
  const ends = [...graph.values()].filter((node) => !read.has(node.name) && shapes.get(node.name)?.length === 1);
  const single = (node: Node) => shapes.get(node.name)?.[0] === 1;
  const softmaxes = ends.filter(isSoftmax);
  const classifiers = [...softmaxes, ...ends.filter((node) => single(node) && isSigmoid(node))];
  const classes = classifiers.map((node, i) => classOutput(node, i, shapes.get(node.name)?.[0] ?? 0));
  const own = softmaxes.length > 0 ? undefined : ends.find((node) => !single(node));
  const [end] = softmaxes.length > 0 ? softmaxes : ends;
  const embedding = own?.name ?? (end === undefined ? undefined : beforeDense(graph, shapes, end));
  return { embedding: embedding ?? null, classes };
}

const isSoftmax = (node: Node) => node.kind === 'activation' && node.activation === 'softmax';
const isSigmoid = (node: Node) => node.kind === 'activation' && node.activation === 'sigmoid';

/** What may stand between a classifying layer and the end. */
const passing: ReadonlySet<Node['kind']> = new Set(['activation', 'reshape', 'flatten']);

function classOutput(node: Node, index: number, count: number): ClassOutput {
  return {
    id: index === 0 ? 'classes' : `classes-${index + 1}`,
    title: 'Classes',
    layer: at(node.inputs, 0),
    probability: isSoftmax(node) ? 'softmax' : 'sigmoid',
    labels: Array.from({ length: isSoftmax(node) ? count : 2 }, (_, i) => `class ${i}`),
  };
}

/**
 * What the classifying layer reads: a dense one, or, behind a change of shape, a convolution over a picture of one
 * cell.
 */
function beforeDense(graph: Graph, shapes: ReadonlyMap<string, Shape>, end: Node): string | undefined {
  let logits: Node | undefined = end;
  while (logits !== undefined && passing.has(logits.kind)) logits = graph.get(at(logits.inputs, 0));
  if (logits?.kind === 'dense') return at(logits.inputs, 0);
  if (logits?.kind !== 'conv2d' || shapes.get(at(logits.inputs, 0))?.slice(0, 2).join() !== '1,1') return undefined;
  const source = graph.get(at(logits.inputs, 0));
  // The same values as a list of units, where the network has them as such: a picture of one cell is no embedding.
  return source?.kind === 'reshape' && shapes.get(at(source.inputs, 0))?.length === 1
    ? at(source.inputs, 0)
    : undefined;
}
