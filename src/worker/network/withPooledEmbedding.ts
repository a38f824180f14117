import type { NetworkOutputs } from '../../shared/network';
import type { Graph, Node } from './graph';
import { outputsOf } from './outputsOf';
import { inferShapes, nativeSize } from './plan';

/** Fewer channels are a picture or a segmentation rather than features. */
const fewestFilters = 8;

/**
 * What a network answers, told from its graph; one that ends in a picture of features (a release without top) gets an
 * embedding: the mean of each filter of that last layer over the picture, which is what Keras's `pooling='avg'` adds.
 * The node that computes it is not listed, so that the layers stay the original's.
 *
 * Features are one last output [height, width, channels] of 8 channels or more, at most half as high and wide as the
 * input.
 * @returns the graph itself where nothing is added
 */
export function withPooledEmbedding(graph: Graph): { readonly graph: Graph; readonly outputs: NetworkOutputs } {
  const outputs = outputsOf(graph);
  if (outputs.embedding !== null || outputs.classes.length > 0) return { graph, outputs };
  const shapes = inferShapes(graph.values());
  const read = new Set([...graph.values()].flatMap((node) => node.inputs));
  const [last, second] = [...graph.keys()].filter((name) => !read.has(name));
  const [height = 0, width = 0, filters = 0, ...more] = shapes.get(last ?? '') ?? [];
  const [highest, widest] = nativeSize(graph);
  const features = more.length === 0 && filters >= fewestFilters && 2 * height <= highest && 2 * width <= widest;
  if (last === undefined || second !== undefined || !features) return { graph, outputs };
  const embedding = freeName(graph, `${last}/mean`);
  const pool: Node = { kind: 'globalAveragePool', name: embedding, inputs: [last], parameters: 0, listed: false };
  return {
    graph: new Map(graph).set(embedding, pool),
    outputs: { ...outputs, embedding, pooled: { layer: last, filters } },
  };
}

function freeName(graph: Graph, wanted: string): string {
  return graph.has(wanted) ? freeName(graph, `${wanted}_1`) : wanted;
}
