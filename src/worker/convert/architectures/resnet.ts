import type { Architecture, LayerReader } from './architecture';
import { TopologyBuilder } from './topologyBuilder';

/**
 * ResNet-50 and SENet-50 as keras-vggface builds them for VGGFace2 (models.py; He et al., 2016; Hu et al., 2018). The
 * layers without weights, which Keras numbers as it goes, get the names of VGGFace2's own Caffe files.
 */
export const resnets: readonly Architecture[] = [
  { id: 'resnet50', title: 'ResNet-50 of VGGFace2', fits: fits(false), build: build('vggface_resnet50', 1e-3, false) },
  { id: 'senet50', title: 'SENet-50 of VGGFace2', fits: fits(true), build: build('vggface_senet50', 1e-4, true) },
];

/** Blocks of the stages 2 to 5. */
const stages = [3, 4, 6, 3];
const size = 224;
/** The first 1×1 convolution of a squeeze and excitation has so much fewer channels. */
const squeeze = 16;

function fits(excited: boolean): (layers: ReadonlySet<string>) => boolean {
  return (layers) => layers.has('conv1/7x7_s2') && layers.has('conv2_1_1x1_down') === excited;
}

/** What a network of this family is built with. */
interface Draft {
  readonly layers: LayerReader;
  readonly builder: TopologyBuilder;
  readonly epsilon: number;
  readonly excited: boolean;
}

function build(model: string, epsilon: number, excited: boolean): (layers: LayerReader) => unknown {
  return (layers) => {
    const builder = new TopologyBuilder(model, size);
    const draft: Draft = { layers, builder, epsilon, excited };
    let channels = convolve(draft, 'conv1/7x7_s2', { inputs: 3, side: 7, stride: 2, same: true });
    builder.activation('conv1/relu', 'relu');
    builder.add('MaxPooling2D', 'pool1/3x3_s2', { pool_size: [3, 3], strides: [2, 2], padding: 'valid' });
    let last = 'pool1/3x3_s2';
    for (const [s, blocks] of stages.entries()) {
      for (let block = 1; block <= blocks; block++) {
        // The first block of a stage halves the picture, but for the first stage: the pooling has done it.
        const stride = block === 1 && s > 0 ? 2 : 1;
        [last, channels] = addBlock(draft, `conv${s + 2}_${block}`, last, channels, stride, block === 1);
      }
    }
    addTop(draft, channels);
    return builder.topology();
  };
}

interface Convolution {
  readonly inputs: number;
  readonly side: number;
  readonly stride?: number;
  readonly same?: boolean;
  readonly from?: string;
}

/** A convolution without bias and its batch normalisation. Returns its channels. */
function convolve({ layers, builder, epsilon }: Draft, name: string, how: Convolution): number {
  const { inputs, side, stride = 1, same = false, from } = how;
  const [, , , filters = 0] = layers.take(name, { kernel: [side, side, inputs, 'units'] });
  const perChannel = [filters];
  const statistics = { gamma: perChannel, beta: perChannel, moving_mean: perChannel, moving_variance: perChannel };
  layers.take(`${name}/bn`, statistics);
  const config = { filters, kernel_size: [side, side], strides: [stride, stride], padding: same ? 'same' : 'valid' };
  builder.add('Conv2D', name, { ...config, use_bias: false }, from === undefined ? undefined : [from]);
  builder.add('BatchNormalization', `${name}/bn`, { axis: 3, epsilon });
  return filters;
}

/** 1×1 down, 3×3, 1×1 up, and the way around them. Returns its last layer and that one's channels. */
function addBlock(
  draft: Draft,
  name: string,
  from: string,
  channels: number,
  stride: number,
  projected: boolean,
): [string, number] {
  const { builder, excited } = draft;
  const reduced = convolve(draft, `${name}_1x1_reduce`, { inputs: channels, side: 1, stride, from });
  builder.activation(`${name}_1x1_reduce/relu`, 'relu');
  const inner = convolve(draft, `${name}_3x3`, { inputs: reduced, side: 3, same: true });
  builder.activation(`${name}_3x3/relu`, 'relu');
  const increased = convolve(draft, `${name}_1x1_increase`, { inputs: inner, side: 1 });
  let through = `${name}_1x1_increase/bn`;
  if (excited) through = excite(draft, name, through, increased);
  let around = from;
  if (projected) {
    convolve(draft, `${name}_1x1_proj`, { inputs: channels, side: 1, stride, from });
    around = `${name}_1x1_proj/bn`;
  }
  builder.add('Add', name, {}, [through, around]);
  return [builder.activation(`${name}/relu`, 'relu'), increased];
}

/** Squeeze and excitation: each channel times a share that the means of all channels decide. */
function excite({ layers, builder }: Draft, name: string, from: string, channels: number): string {
  const [down, up] = [`${name}_1x1_down`, `${name}_1x1_up`];
  const narrow = Math.floor(channels / squeeze);
  layers.take(down, { kernel: [1, 1, channels, narrow], bias: [narrow] });
  layers.take(up, { kernel: [1, 1, narrow, channels], bias: [channels] });
  builder.add('GlobalAveragePooling2D', `${name}_global_pool`, {}, [from]);
  builder.add('Reshape', `${name}_reshape`, { target_shape: [1, 1, channels] });
  builder.add('Conv2D', down, { filters: narrow, kernel_size: [1, 1] });
  builder.activation(`${down}/relu`, 'relu');
  builder.add('Conv2D', up, { filters: channels, kernel_size: [1, 1] });
  builder.activation(`${name}_prob`, 'sigmoid');
  return builder.add('Multiply', `${name}_scale`, {}, [from, `${name}_prob`]);
}

/** Without its classes the network ends in what it tells faces apart by, as a vector. */
function addTop({ layers, builder }: Draft, channels: number): void {
  builder.add('AveragePooling2D', 'avg_pool', { pool_size: [7, 7], strides: [7, 7], padding: 'valid' });
  builder.add('Flatten', 'flatten');
  if (!layers.has('classifier')) return;
  const [, units = 0] = layers.take('classifier', { kernel: [channels, 'units'], bias: ['units'] });
  builder.add('Dense', 'classifier', { units, activation: 'softmax' });
}
