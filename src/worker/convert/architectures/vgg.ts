import type { Architecture, Extent, LayerReader } from './architecture';
import { TopologyBuilder } from './topologyBuilder';

/** Names of a VGG network's layers (Simonyan and Zisserman, 2015); they differ by who trained it. */
interface VggNames {
  readonly model: string;
  readonly conv: (block: number, index: number) => string;
  readonly pool: (block: number) => string;
  /** The three dense layers, and the activations behind them where these are layers of their own. */
  readonly dense: readonly [string, string, string];
  readonly apart: boolean;
}

/** keras-vggface, models.py. */
const vggFace: VggNames = {
  model: 'vggface_vgg16',
  conv: (block, index) => `conv${block}_${index}`,
  pool: (block) => `pool${block}`,
  dense: ['fc6', 'fc7', 'fc8'],
  apart: true,
};

/** Keras Applications, vgg16.py and vgg19.py. */
const applications = (model: string): VggNames => ({
  model,
  conv: (block, index) => `block${block}_conv${index}`,
  pool: (block) => `block${block}_pool`,
  dense: ['fc1', 'fc2', 'predictions'],
  apart: false,
});

const sixteen = [2, 2, 3, 3, 3];
const nineteen = [2, 2, 4, 4, 4];

const defaultSize = 224;

/** The networks of this family that files hold. Their widths are the file's: only their names and order are fixed. */
export const vggs: readonly Architecture[] = [
  architecture('vgg16', 'VGG16 of VGGFace', vggFace, sixteen),
  architecture('vgg16', 'VGG16 of Keras Applications', applications('vgg16'), sixteen),
  architecture(null, 'VGG19 of Keras Applications', applications('vgg19'), nineteen),
];

function architecture(id: 'vgg16' | null, title: string, names: VggNames, blocks: readonly number[]): Architecture {
  const convs = blocks.flatMap((count, b) => Array.from({ length: count }, (_, i) => names.conv(b + 1, i + 1)));
  return {
    id,
    title,
    // Of two that begin alike, the one with more convolutions is not the other.
    fits: (layers) => convs.every((name) => layers.has(name)) && !layers.has(names.conv(3, (blocks[2] ?? 0) + 1)),
    build: (layers) => build(layers, names, blocks),
  };
}

function build(layers: LayerReader, names: VggNames, blocks: readonly number[]): unknown {
  const [first] = names.dense;
  const body: (readonly [string, number] | string)[] = [];
  let channels = 3;
  for (const [b, count] of blocks.entries()) {
    for (let i = 1; i <= count; i++) {
      const name = names.conv(b + 1, i);
      const [, , , filters = 0] = layers.take(name, { kernel: [3, 3, channels, 'units'], bias: ['units'] });
      body.push([name, filters]);
      channels = filters;
    }
    body.push(names.pool(b + 1));
  }
  // Five poolings halve the input; what the first dense layer reads tells its size.
  const top = layers.has(first) ? takeDense(layers, names, channels) : null;
  const builder = new TopologyBuilder(names.model, top === null ? defaultSize : top.side * 2 ** blocks.length);
  for (const part of body) {
    if (typeof part === 'string')
      builder.add('MaxPooling2D', part, { pool_size: [2, 2], strides: [2, 2], padding: 'valid' });
    else builder.add('Conv2D', part[0], { filters: part[1], kernel_size: [3, 3], padding: 'same', activation: 'relu' });
  }
  if (top !== null) addDense(builder, names, top.units);
  return builder.topology();
}

/** The dense layers' units, and the height of the picture that the first one reads. */
function takeDense(layers: LayerReader, { dense }: VggNames, channels: number) {
  const take = (name: string, inputs: Extent) => layers.take(name, { kernel: [inputs, 'units'], bias: ['units'] });
  const [inputs = 0, count = 0] = take(dense[0], 'any');
  const side = Math.sqrt(inputs / channels);
  // The refusal names the shape for the size that everybody uses.
  if (!Number.isInteger(side)) take(dense[0], (defaultSize / 32) ** 2 * channels);
  const units = [count];
  for (const name of dense.slice(1)) units.push(take(name, units.at(-1) ?? 0)[1] ?? 0);
  return { units, side };
}

function addDense(builder: TopologyBuilder, { dense, apart }: VggNames, units: readonly number[]): void {
  builder.add('Flatten', 'flatten');
  for (const [i, name] of dense.entries()) {
    const activation = i < dense.length - 1 ? 'relu' : 'softmax';
    builder.add('Dense', name, { units: units[i], activation: apart ? 'linear' : activation });
    if (apart) builder.activation(`${name}/${activation}`, activation);
  }
}
