import { goldenFiles } from './golden';
import type { Layers, StoredLayer, ValuesOf } from './kerasFiles';

interface GoldenLayer {
  readonly class_name: string;
  readonly name: string;
  readonly config: Record<string, unknown>;
  readonly inbound_nodes: readonly (readonly [string, number, number, object][])[];
}

/** A golden network's configuration and weights, in the forms that Keras 2 and Keras 3 write. */
export async function goldenModel(seed: number) {
  const [json, bin] = await goldenFiles(seed);
  const { modelTopology, weightsManifest } = JSON.parse(await json.text());
  const config = modelTopology.model_config as { config: { layers: GoldenLayer[] } };
  const bytes = await bin.arrayBuffer();
  const weights = new Map<string, { readonly shape: number[]; readonly values: Float32Array<ArrayBuffer> }>();
  let at = 0;
  for (const { name, shape } of weightsManifest[0].weights as { name: string; shape: number[] }[]) {
    const count = shape.reduce((product, extent) => product * extent, 1);
    weights.set(name, { shape, values: new Float32Array(bytes.slice(at, at + 4 * count)) });
    at += 4 * count;
  }
  const ownWeights = (layer: string) => [...weights].filter(([name]) => name.split('/')[0] === layer);
  const layers: Layers = config.config.layers.map(({ name }) => ({
    name,
    weights: ownWeights(name).map(([path, { shape }]) => [path.split('/')[1] ?? '', shape]),
  }));
  const valuesOf: ValuesOf = (weight, _, layer) => weights.get(`${layer}/${weight}`)?.values ?? new Float32Array(0);
  return {
    config,
    layers,
    valuesOf,
    keras3: { ...config, module: 'keras', config: { ...config.config, layers: config.config.layers.map(toKeras3) } },
    stored: (container: string): StoredLayer[] => storedLayers(config.config.layers, container, ownWeights),
  };
}

/** A layer in the words of Keras 3: wrapped data types, tensors with their history, `batch_shape`. */
function toKeras3({ class_name, name, config, inbound_nodes: nodes }: GoldenLayer) {
  const { batch_input_shape: shape, ...rest } = config;
  const policy = { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
  const tensors = nodes.map((node) =>
    node.map(([source, i, j]) => ({
      class_name: '__keras_tensor__',
      config: { shape: [null, 1], dtype: 'float32', keras_history: [source, i, j] },
    })),
  );
  return {
    module: 'keras.layers',
    class_name,
    config: { ...rest, dtype: policy, ...(shape === undefined ? {} : { batch_shape: shape }) },
    registered_name: null,
    build_config: { input_shape: [null, 1] },
    name,
    inbound_nodes: tensors.map((args) => ({ args: args.length === 1 ? args : [args], kwargs: { training: false } })),
  };
}

/** Numbered within their kind; the format's first version counts every layer with weights twice. */
function storedLayers(
  layers: readonly GoldenLayer[],
  container: string,
  ownWeights: (layer: string) => [string, { readonly shape: number[]; readonly values: Float32Array<ArrayBuffer> }][],
): StoredLayer[] {
  const counts = new Map<string, number>();
  return layers.map(({ class_name: kind, name }) => {
    const snake = kind.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    const number = counts.get(snake) ?? 0;
    const weights = ownWeights(name).map(([, weight]) => weight);
    counts.set(snake, number + (container === 'layers' || weights.length === 0 ? 1 : 2));
    return { path: `${container}/${number === 0 ? snake : `${snake}_${number}`}`, weights };
  });
}
