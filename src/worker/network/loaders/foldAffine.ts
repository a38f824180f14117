import type { Node, Weight } from '../graph';

export interface AffineStep {
  readonly scale: Float32Array | null;
  readonly offset: Float32Array | null;
}

/**
 * A linear convolution or dense layer with x × scale + offset folded into its weights; null if this node cannot take
 * it. (x ∗ w + b) · s + o = x ∗ (w · s) + (b · s + o). Scale and offset have one value a channel out, or one for all.
 */
export function foldAffine(node: Node, { scale, offset }: AffineStep): Node | null {
  if (node.kind !== 'conv2d' && node.kind !== 'depthwiseConv2d' && node.kind !== 'dense') return null;
  if (node.activation !== 'linear') return null;
  const weight = node.kind === 'dense' ? node.kernel : node.filter;
  // What is not in memory cannot be scaled: the steps stay a node of their own.
  if (weight.stored !== undefined) return null;
  const channels = channelsOut(node.kind, weight);
  const factor = (c: number) => scale?.[scale.length === 1 ? 0 : c] ?? 1;
  const addend = (c: number) => offset?.[offset.length === 1 ? 0 : c] ?? 0;
  if (![1, channels].includes(scale?.length ?? 1) || ![1, channels].includes(offset?.length ?? 1)) return null;
  const scaled: Weight = { ...weight, values: scale ? scaleChannels(weight.values, scale) : weight.values };
  const bias: Weight = {
    shape: [channels],
    values: Float32Array.from({ length: channels }, (_, c) => (node.bias?.values[c] ?? 0) * factor(c) + addend(c)),
  };
  const parameters = node.parameters + (scale?.length ?? 0) + (offset?.length ?? 0);
  return node.kind === 'dense'
    ? { ...node, kernel: scaled, bias, parameters }
    : { ...node, filter: scaled, bias, parameters };
}

function channelsOut(kind: 'conv2d' | 'depthwiseConv2d' | 'dense', { shape }: Weight): number {
  const last = shape.at(-1) ?? 1;
  return kind === 'depthwiseConv2d' ? last * (shape.at(-2) ?? 1) : last;
}

/** Values [.., channels out] times one factor a channel, or one for all. */
export function scaleChannels(values: Float32Array, scale: Float32Array): Float32Array {
  const scaled = new Float32Array(values.length);
  for (let i = 0, c = 0; i < values.length; i++) {
    scaled[i] = (values[i] as number) * (scale[c] as number);
    c = c + 1 === scale.length ? 0 : c + 1;
  }
  return scaled;
}
