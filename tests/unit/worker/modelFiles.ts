/** Small models as tensorflowjs writes them, to be spoilt one place at a time. */
import type { NetworkSpec } from '../../../src/shared/network';

export interface ModelFiles {
  readonly modelTopology: unknown;
  readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly values?: number[] }[];
  /** In place of the one shard. */
  readonly paths?: readonly string[];
  /** Bytes that the shard has more, or fewer, than the manifest says. */
  readonly extraBytes?: number;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

/** The files of a model; weights without values count up in tenths. */
export function filesOf({ modelTopology, weights, paths = ['w.bin'], extraBytes = 0 }: ModelFiles): File[] {
  const values = weights.flatMap(
    ({ shape, values: given }) => given ?? Array.from({ length: sizeOf(shape) }, (_, i) => ((i % 7) - 3) / 10),
  );
  const entries = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  const json = { format: 'layers-model', modelTopology, weightsManifest: [{ paths, weights: entries }] };
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  const shard = new Uint8Array(Math.max(0, bytes.length + extraBytes));
  shard.set(bytes.subarray(0, shard.length));
  return [new File([JSON.stringify(json)], 'model.json'), new File([shard], 'w.bin')];
}

export const specOf = (
  files: readonly File[],
  preprocessing: Partial<NetworkSpec['preprocessing']> = {},
): NetworkSpec => ({
  id: 'x',
  name: 'x',
  source: { format: 'files', files },
  preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1, ...preprocessing },
});

export interface Layer {
  readonly class_name: string;
  readonly config: Record<string, unknown>;
}

/** A sequential model's topology. */
export const sequential = (...layers: readonly Layer[]) => ({ class_name: 'Sequential', config: { layers } });

const input = { batch_input_shape: [null, 8, 8, 3] };

/** conv [3, 3, 3, 4] with bias, flatten, dense of 2 units. */
export const smallLayers = (change: Partial<Record<'conv' | 'dense', Record<string, unknown>>> = {}) =>
  sequential(
    { class_name: 'Conv2D', config: { name: 'conv', ...input, padding: 'same', ...change.conv } },
    { class_name: 'GlobalAveragePooling2D', config: { name: 'pool' } },
    { class_name: 'Dense', config: { name: 'dense', ...change.dense } },
  );

export const smallWeights = (change: Readonly<Record<string, readonly number[]>> = {}) =>
  Object.entries({
    'conv/kernel': [3, 3, 3, 4],
    'conv/bias': [4],
    'dense/kernel': [4, 2],
    'dense/bias': [2],
    ...change,
  }).map(([name, shape]) => ({ name, shape }));

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Record<string, unknown>;
}

const dim = [{ size: -1 }, { size: 8 }, { size: 8 }, { size: 3 }];

export const placeholder = (name = 'x'): GraphNode => ({
  name,
  op: 'Placeholder',
  attr: { shape: { shape: { dim } } },
});
export const constant = (name: string): GraphNode => ({ name, op: 'Const' });
const bytes = (text: string) => btoa(text);

export const conv = (name: string, from: string, filter: string, more: Record<string, unknown> = {}): GraphNode => ({
  name,
  op: '_FusedConv2D',
  input: [from, filter],
  attr: { padding: { s: bytes('SAME') }, strides: { list: { i: [1, 1, 1, 1] } }, ...more },
});
export const fused = (...steps: readonly string[]) => ({ fused_ops: { list: { s: steps.map(bytes) } } });
