import type { ClassOutput, NetworkOutputs } from '../../shared/network';
import type { Shape } from '../kernels/tensor';
import type { Graph, Node } from './graph';
import { inferShapes } from './plan';
import { at } from './rules/rule';

/**
 * What a network answers, told from its graph alone: a flat last layer behind a softmax has classes, and what feeds its
 * dense layer is the embedding; a flat last layer without one is itself the embedding.
 */
export function outputsOf(graph: Graph): NetworkOutputs {
  const shapes = inferShapes(graph.values());
  const read = new Set([...graph.values()].flatMap((node) => node.inputs));
  const ends = [...graph.values()].filter((node) => !read.has(node.name) && shapes.get(node.name)?.length === 1);
  const classifiers = ends.filter(isSoftmax);
  const classes = classifiers.map((node, i) => classOutput(node, i, shapes.get(node.name)?.[0] ?? 0));
  const [first] = classifiers;
  const embedding = first === undefined ? ends.at(0)?.name : beforeDense(graph, shapes, first);
  return { embedding: embedding ?? null, classes };
}

const isSoftmax = (node: Node) => node.kind === 'activation' && node.activation === 'softmax';

function classOutput(node: Node, index: number, count: number): ClassOutput {
  return {
    id: index === 0 ? 'classes' : `classes-${index + 1}`,
    title: 'Classes',
    layer: at(node.inputs, 0),
    probability: 'softmax',
    labels: Array.from({ length: count }, (_, i) => `class ${i}`),
  };
}

/** What the classifying layer reads: a dense one, or, behind a change of shape, a convolution over a picture of one cell. */
function beforeDense(graph: Graph, shapes: ReadonlyMap<string, Shape>, softmax: Node): string | undefined {
  let logits = graph.get(at(softmax.inputs, 0));
  while (logits?.kind === 'reshape' || logits?.kind === 'flatten') logits = graph.get(at(logits.inputs, 0));
  if (logits?.kind === 'dense') return at(logits.inputs, 0);
  if (logits?.kind !== 'conv2d' || shapes.get(at(logits.inputs, 0))?.slice(0, 2).join() !== '1,1') return undefined;
  const source = graph.get(at(logits.inputs, 0));
  // The same values as a list of units, where the network has them as such: a picture of one cell is no embedding.
  return source?.kind === 'reshape' && shapes.get(at(source.inputs, 0))?.length === 1
    ? at(source.inputs, 0)
    : undefined;
}
