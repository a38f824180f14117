import { convolveDepthwise, type Pads } from '../../kernels/convolution';
import { canGatherDepthwise, depthwiseGradient } from '../../kernels/depthwiseGradient';
import { interleavePhases } from '../../kernels/interleavePhases';
import { reshape, sum, type Tensor } from '../../kernels/tensor';
import { activate, splitActivation } from '../activation';
import type { DeviceWeights } from '../deviceWeights';
import type { DepthwiseConv2dNode, Weight } from '../graph';
import { resolvePads, type WindowGeometry, windowOutput } from './geometry';
import { at, type Rule } from './rule';
import { phasePads, stuffZeros } from './strided';

function geometry(node: DepthwiseConv2dNode): WindowGeometry {
  const [height = 1, width = 1] = node.filter.shape;
  const [dy, dx] = node.dilations;
  return { extent: [(height - 1) * dy + 1, (width - 1) * dx + 1], strides: node.strides, padding: node.padding };
}

/** Taps of phase (r, r'), flipped, over channels in × multiplier: [taps, taps, channels in · multiplier, 1]. */
function phaseKernel(filter: Weight, stride: number, phase: readonly [number, number]): Weight {
  const [height = 1, width = 1, channelsIn = 1, multiplier = 1] = filter.shape;
  const channels = channelsIn * multiplier;
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const values = new Float32Array(rows * columns * channels);
  for (let y = phase[0]; y < height; y += stride) {
    for (let x = phase[1]; x < width; x += stride) {
      const row = rows - 1 - Math.floor(y / stride);
      const column = columns - 1 - Math.floor(x / stride);
      const from = (y * width + x) * channels;
      values.set(filter.values.subarray(from, from + channels), (row * columns + column) * channels);
    }
  }
  return { shape: [rows, columns, channels, 1], values };
}

/** One depthwise convolution a phase: s² tensors [batch, q, q', channels · multiplier]. */
function phasesOf(node: DepthwiseConv2dNode, gradient: Tensor, weights: DeviceWeights, pads: Pads): Tensor[] {
  const stride = node.strides[0];
  const phases: Tensor[] = [];
  for (let r = 0; r < stride; r++) {
    for (let s = 0; s < stride; s++) {
      const filter = weights.derived(node.filter, `gradient ${r} ${s}`, () => phaseKernel(node.filter, stride, [r, s]));
      phases.push(convolveDepthwise({ x: gradient, filter, dilations: node.dilations, pads }));
    }
  }
  return phases;
}

/** 3×3 without dilation, one output channel an input channel. Dilation comes only at stride 1. */
function isPlain({ filter }: DepthwiseConv2dNode): boolean {
  const [height, width, , multiplier] = filter.shape;
  return height === 3 && width === 3 && multiplier === 1;
}

/** An input channel's share is the sum over the output channels that it feeds. */
function sumMultiples(spread: Tensor, channels: number): Tensor {
  const [batch = 1, height = 1, width = 1, channelsOut = 1] = spread.shape;
  if (channelsOut === channels) return spread;
  return sum(reshape(spread, [batch, height, width, channels, channelsOut / channels]), 4);
}

/**
 * Depthwise convolution. TensorFlow.js has no input gradient for it on WASM; here it runs through the forward kernel.
 */
export const depthwiseConv2d: Rule<DepthwiseConv2dNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0] = at(inputs, 0);
    return [...windowOutput(height, width, geometry(node)), (node.filter.shape[2] ?? 0) * (node.filter.shape[3] ?? 0)];
  },
  forward: (node, inputs, weights) => {
    const x = at(inputs, 0);
    const [, height = 0, width = 0] = x.shape;
    const { fused, after } = splitActivation(node.activation);
    const y = convolveDepthwise({
      x,
      filter: weights.tensor(node.filter),
      bias: node.bias && weights.tensor(node.bias),
      strides: node.strides,
      dilations: node.dilations,
      pads: resolvePads(height, width, geometry(node)),
      activation: fused,
    });
    return activate(y, after);
  },
  backward: (node, { inputs, output, gradient, weights }) => {
    const [, height = 0, width = 0, channels = 0] = at(inputs, 0).shape;
    const [, rows = 0, columns = 0] = output.shape;
    const window = geometry(node);
    const stride = node.strides[0];
    const pads = resolvePads(height, width, window);
    if (stride > 1 && stride === node.strides[1] && isPlain(node) && canGatherDepthwise()) {
      const { top, left } = pads;
      return [depthwiseGradient(gradient, weights.tensor(node.filter), { input: [height, width], stride, top, left })];
    }
    if (stride !== node.strides[1]) {
      const filter = weights.derived(node.filter, 'flipped', () => phaseKernel(node.filter, 1, [0, 0]));
      const stuffed = stuffZeros(gradient, node.strides, [height, width], window.extent, pads);
      return [sumMultiples(convolveDepthwise({ x: stuffed.x, filter, pads: stuffed.pads }), channels)];
    }
    const phasePadding = phasePads([height, width], [rows, columns], window.extent, stride, pads);
    const phases = phasesOf(node, gradient, weights, phasePadding);
    const spread =
      stride === 1
        ? at(phases, 0)
        : interleavePhases(phases, { stride, top: pads.top, left: pads.left, height, width });
    return [sumMultiples(spread, channels)];
  },
};
