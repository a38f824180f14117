import * as v from 'valibot';
import { FoveaError } from '../../../shared/errors';
import { placeOf } from './placeOf';

/** A Keras model configuration as tensorflowjs writes it to model.json, as far as it is trusted here. */
const layerSchema = v.object({
  class_name: v.string(),
  name: v.optional(v.string()),
  config: v.pipe(v.record(v.string(), v.unknown())),
  inbound_nodes: v.optional(v.array(v.unknown()), []),
});
const configSchema = v.object({
  class_name: v.picklist(['Functional', 'Model', 'Sequential']),
  config: v.union([
    v.object({
      layers: v.pipe(v.array(layerSchema), v.maxLength(5_000)),
      input_layers: v.optional(v.unknown()),
      output_layers: v.optional(v.unknown()),
    }),
    v.pipe(
      v.array(layerSchema),
      v.maxLength(5_000),
      v.transform((layers) => ({ layers, input_layers: undefined, output_layers: undefined })),
    ),
  ]),
});
const holderSchema = v.object({ model_config: v.unknown() });
const versionSchema = v.object({ keras_version: v.string() });
/** Layer, which of its uses, which of its outputs. */
const endSchema = v.looseTuple([v.string(), v.number(), v.number()]);
/** Keras 3 writes a lone end without the list around it. */
const endsSchema = v.union([
  v.array(endSchema),
  v.pipe(
    endSchema,
    v.transform((end) => [end]),
  ),
]);

export type KerasLayer = v.InferOutput<typeof layerSchema>;
export interface KerasModel {
  readonly sequential: boolean;
  /** Whether Keras 3 wrote it. */
  readonly keras3: boolean;
  readonly layers: readonly KerasLayer[];
  /** Names of the layers that take the inputs, in their order; empty where the model does not say. */
  readonly inputs: readonly string[];
  /** Layers that give the outputs, with the number of the output; empty where the model does not say. */
  readonly outputs: readonly (readonly [layer: string, index: number])[];
}

const endsOf = (value: unknown) => {
  const result = v.safeParse(endsSchema, value);
  return result.success ? result.output : [];
};

/** Checks a model topology that came from outside. @throws FoveaError */
export function checkKerasModel(topology: unknown): KerasModel {
  const holder = v.safeParse(holderSchema, topology);
  const result = v.safeParse(configSchema, holder.success ? holder.output.model_config : topology);
  if (!result.success) {
    throw new FoveaError(
      `The model configuration is not valid at ${placeOf(result.issues)}.`,
      'Export the model again with tensorflowjs_converter or model.save.',
    );
  }
  const { class_name, config } = result.output;
  return {
    sequential: class_name === 'Sequential',
    keras3: v.is(versionSchema, topology) && topology.keras_version.startsWith('3.'),
    layers: config.layers,
    inputs: endsOf(config.input_layers).map(([name]) => name),
    outputs: endsOf(config.output_layers).map(([name, , index]) => [name, index]),
  };
}

/** Sides of pictures, windows, strides and paddings of networks that work on pictures stay far below. */
export const mostCells = 4096;
const cells = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(mostCells));

const pair = v.pipe(
  v.union([cells(1), v.tuple([cells(1), cells(1)])]),
  v.transform((value): [number, number] => (typeof value === 'number' ? [value, value] : value)),
);

/** ((top, bottom), (left, right)). */
export const paddingSchema = v.tuple([v.tuple([cells(0), cells(0)]), v.tuple([cells(0), cells(0)])]);

/** Typed reading of a layer's configuration. Every reader throws a FoveaError that names the layer. */
export class LayerConfig {
  constructor(readonly layer: KerasLayer) {}

  get name(): string {
    return this.text('name', this.layer.name);
  }

  refuse(
    why: string,
    remedy = 'Fovea covers feed-forward convolutional networks; remove this layer or export the model up to it.',
  ): FoveaError {
    const { name = this.layer.config.name ?? '', class_name } = this.layer;
    return new FoveaError(`Layer ${name} (${class_name}) cannot be shown: ${why}.`, remedy);
  }

  /** An argument that the layer is called with beside its inputs. */
  keyword(key: string): unknown {
    const result = v.safeParse(v.record(v.string(), v.unknown()), this.#call()?.[3]);
    return result.success && Object.hasOwn(result.output, key) ? result.output[key] : undefined;
  }

  /** The first input of the layer's one call: [layer, use, output, keywords]. */
  #call(): readonly unknown[] | undefined {
    const [call] = this.calls() ?? [];
    return call?.[0];
  }

  /** For each use of the layer its inputs; null where they are not valid. TFOpLambda layers leave a list out. */
  calls(): readonly (readonly [string, number, number, ...unknown[]])[][] | null {
    const nodes = this.layer.inbound_nodes.map((node) =>
      Array.isArray(node) && typeof node[0] === 'string' ? [node] : node,
    );
    const result = v.safeParse(v.array(v.array(endSchema)), nodes);
    return result.success ? (result.output as [string, number, number, ...unknown[]][][]) : null;
  }

  text(key: string, fallback?: string): string {
    return this.#read(v.string(), key, fallback);
  }

  number(key: string, fallback?: number): number {
    return this.#read(v.pipe(v.number(), v.finite()), key, fallback);
  }

  flag(key: string, fallback: boolean): boolean {
    return this.#read(v.boolean(), key, fallback);
  }

  /** Two counts of at least 1, for height and width. */
  pair(key: string, fallback?: [number, number]): [number, number] {
    const value = this.layer.config[key];
    if (value === undefined || value === null) {
      if (fallback !== undefined) return fallback;
      throw this.refuse(`its setting ${key} is missing`);
    }
    const result = v.safeParse(pair, value);
    if (!result.success) throw this.refuse(`its setting ${key} is not valid`);
    return result.output;
  }

  /** A list of numbers and nulls, such as a shape. */
  sizes(key: string): (number | null)[] | undefined {
    const result = v.safeParse(v.array(v.nullable(cells(1))), this.layer.config[key]);
    return result.success ? result.output : undefined;
  }

  raw(key: string): unknown {
    return this.layer.config[key];
  }

  #read<T>(schema: v.GenericSchema<unknown, T>, key: string, fallback?: T): T {
    const value = this.layer.config[key];
    if ((value === undefined || value === null) && fallback !== undefined) return fallback;
    const result = v.safeParse(schema, value);
    if (!result.success) throw this.refuse(`its setting ${key} is missing or not valid`);
    return result.output;
  }
}
