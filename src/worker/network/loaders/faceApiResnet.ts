import type { Activation, Graph, Padding, Weight } from '../graph';
import { scaleChannels } from './foldAffine';
import { GraphBuilder } from './graphBuilder';
import { weightOf } from './weightOf';

const model = 'face_recognition_model';

/** dlib's ResNet-29 in execution order, as face-api's FaceRecognitionNet runs it; `down` halves the picture. */
const blocks = [
  'conv32_1',
  'conv32_2',
  'conv32_3',
  'conv64_down',
  'conv64_1',
  'conv64_2',
  'conv64_3',
  'conv128_down',
  'conv128_1',
  'conv128_2',
  'conv256_down',
  'conv256_1',
  'conv256_2',
  'conv256_down_out',
] as const;

const unlisted = { parameters: 0, listed: false } as const;

/**
 * The graph of dlib's face recognition network from the weights of a face-api manifest. Every convolution is followed
 * by a scale layer: (x ∗ w + b) · s + o = x ∗ (w · s) + (b · s + o), so both become one convolution. Input 150 × 150 ×
 * 3, output `fc`: a 128-d embedding.
 * @throws FoveaError if a weight is missing
 */
export function faceApiResnet(weights: ReadonlyMap<string, Weight>): Graph {
  const builder = new GraphBuilder();
  const convolution = (
    name: string,
    input: string,
    path: string,
    stride: 1 | 2,
    activation: Activation,
    padding: Padding = stride === 2 ? 'valid' : 'same',
  ) =>
    builder.add({
      kind: 'conv2d',
      name,
      inputs: [input],
      ...foldScale(weights, path),
      strides: [stride, stride],
      dilations: [1, 1],
      padding,
      activation,
      listed: true,
    });

  const input = builder.add({
    kind: 'input',
    name: 'input',
    inputs: [],
    shape: [150, 150, 3],
    ...unlisted,
    listed: true,
  });
  const first = convolution('conv32_down', input, 'conv32_down', 2, 'relu');
  let trunk = builder.add({
    kind: 'maxPool',
    name: 'pool',
    inputs: [first],
    size: [3, 3],
    strides: [2, 2],
    padding: 'valid',
    parameters: 0,
    listed: true,
  });
  for (const block of blocks) {
    const down = block.includes('down');
    const one = convolution(`${block}/conv1`, trunk, `${block}/conv1`, down ? 2 : 1, 'relu');
    const two = convolution(`${block}/conv2`, one, `${block}/conv2`, 1, 'linear');
    const inputs = down ? shortcut(builder, block, trunk, two) : [trunk, two];
    trunk = builder.add({ kind: 'add', name: block, inputs, activation: 'relu', parameters: 0, listed: true });
  }
  const pooled = builder.add({
    kind: 'globalAveragePool',
    name: 'global_average',
    inputs: [trunk],
    parameters: 0,
    listed: true,
  });
  const kernel = weightOf(weights, 'fc', model);
  builder.add({
    kind: 'dense',
    name: 'fc',
    inputs: [pooled],
    kernel,
    bias: null,
    activation: 'linear',
    parameters: kernel.values.length,
    listed: true,
  });
  return builder.graph;
}

/** The halved trunk with channels of zeros where the block has more, and the block's end padded where it is smaller. */
function shortcut(builder: GraphBuilder, block: string, trunk: string, end: string): string[] {
  const pooled = builder.add({
    kind: 'averagePool',
    name: `${block}/pool`,
    inputs: [trunk],
    size: [2, 2],
    strides: [2, 2],
    padding: 'valid',
    parameters: 0,
    listed: true,
  });
  const padded = builder.add({ kind: 'padLike', name: `${block}/pad`, inputs: [end, pooled], ...unlisted });
  // conv256_down_out keeps its 256 channels; the other blocks that go down double them.
  if (block === 'conv256_down_out') return [pooled, padded];
  const channels = Number(/\d+/.exec(block)?.[0]) / 2;
  const widened = builder.add({ kind: 'channelPad', name: `${block}/zeros`, inputs: [pooled], channels, ...unlisted });
  return [widened, padded];
}

function foldScale(weights: ReadonlyMap<string, Weight>, path: string) {
  const filters = weightOf(weights, `${path}/conv/filters`, model);
  const biases = weightOf(weights, `${path}/conv/bias`, model);
  const scale = weightOf(weights, `${path}/scale/weights`, model).values;
  const offset = weightOf(weights, `${path}/scale/biases`, model).values;
  const channels = scale.length;
  const filter = { ...filters, values: scaleChannels(filters.values, scale) };
  const bias = { ...biases, values: biases.values.map((b, i) => b * (scale[i] ?? 0) + (offset[i] ?? 0)) };
  return { filter, bias, parameters: filters.values.length + 3 * channels };
}
