import type { Shape } from '../../kernels/tensor';
import type { Weight } from '../graph';
import { at } from '../rules/rule';
import type { GraphBuilder } from './graphBuilder';
import type { LayerConfig } from './layersModelSchema';

/** What a layer is translated with. */
export interface LayerContext {
  readonly config: LayerConfig;
  /** Unique in the graph: the layer's own name, or its path in a nested model. */
  readonly name: string;
  readonly builder: GraphBuilder;
  /** Whether Keras 3 wrote the model: a few definitions differ from Keras 2's. */
  readonly keras3: boolean;
  /** Names of the nodes that feed the layer. */
  readonly inputs: readonly string[];
  /** @throws FoveaError that names the layer where the files have no such weight */
  readonly weight: (name: string) => Weight;
  /** null where the files have no such weight. */
  readonly weightIfAny: (name: string) => Weight | null;
}

/** Adds a layer's nodes and returns the name of the one that gives its output. */
export type Translator = (context: LayerContext) => string;

/** What all nodes of a layer have in common: its name and what feeds it. */
export const base = ({ name, inputs }: LayerContext) => ({ name, inputs, parameters: 0, listed: true });

/** The shape that feeds a layer, without batch. */
export const inputShape = ({ builder, inputs }: LayerContext, index = 0): Shape => builder.shapeOf(at(inputs, index));

/** Numbers as a weight of one dimension. */
export const vector = (values: ArrayLike<number>): Weight => ({
  shape: [values.length],
  values: Float32Array.from(values),
});

/**
 * An axis as Keras counts it, the batch included and from the end where negative, without the batch.
 * @throws FoveaError
 */
export function axisOf(context: LayerContext, given: unknown): number {
  const { length } = inputShape(context);
  const axis = typeof given === 'number' && given < 0 ? given + length : Number(given) - 1;
  if (Number.isSafeInteger(axis) && axis >= 0 && axis < length) return axis;
  throw context.config.refuse(`it works on axis ${given}`);
}
