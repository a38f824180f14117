import { convolve, type Pads } from '../../kernels/convolution';
import { interleavePhases } from '../../kernels/interleavePhases';
import { phaseGradient, prefersPhases } from '../../kernels/phaseGradient';
import { canScatterGradient, packForScatter, scatterGradient } from '../../kernels/scatterGradient';
import type { Tensor } from '../../kernels/tensor';
import { activate, splitActivation } from '../activation';
import type { DeviceWeights } from '../deviceWeights';
import type { Conv2dNode, Weight } from '../graph';
import { resolvePads, type WindowGeometry, windowOutput } from './geometry';
import { at, type Rule } from './rule';
import { phasePads, stuffZeros } from './strided';

function geometry(node: Conv2dNode): WindowGeometry {
  const [height = 1, width = 1] = node.filter.shape;
  const [dy, dx] = node.dilations;
  return { extent: [(height - 1) * dy + 1, (width - 1) * dx + 1], strides: node.strides, padding: node.padding };
}

/**
 * The kernel of the input gradient: [taps, taps, channels out, s² · channels in], where output channel
 * (r · s + r') · channels in + c holds phase (r, r'): w[r + s·t, r' + s·t', c, o] with t flipped. For stride 1 it is
 * the flipped, transposed kernel.
 */
export function gradientKernel(filter: Weight, stride: number): Weight {
  const [height = 1, width = 1, channelsIn = 1, channelsOut = 1] = filter.shape;
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const channels = stride * stride * channelsIn;
  const values = new Float32Array(rows * columns * channelsOut * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = rows - 1 - Math.floor(y / stride);
      const column = columns - 1 - Math.floor(x / stride);
      const phase = (y % stride) * stride + (x % stride);
      for (let c = 0; c < channelsIn; c++) {
        const from = ((y * width + x) * channelsIn + c) * channelsOut;
        const to = (row * columns + column) * channelsOut * channels + phase * channelsIn + c;
        for (let o = 0; o < channelsOut; o++) values[to + o * channels] = filter.values[from + o] as number;
      }
    }
  }
  return { shape: [rows, columns, channelsOut, channels], values };
}

/** The input gradient where one kernel takes the place of phases and their interleaving. */
function strided(
  { filter, strides }: Conv2dNode,
  gradient: Tensor,
  input: readonly [number, number],
  weights: DeviceWeights,
  { top, left }: Pads,
): Tensor {
  const [height = 1, width = 1, channels = 1] = filter.shape;
  const [stride] = strides;
  const geometry = { input, window: [height, width] as const, channels, stride, top, left };
  if (prefersPhases(geometry)) {
    return phaseGradient(
      gradient,
      weights.derived(filter, 'gradient', () => gradientKernel(filter, stride)),
      geometry,
    );
  }
  const packed = weights.derived(filter, 'scatter', () => packForScatter(filter.values, filter.shape));
  return scatterGradient(gradient, packed, geometry);
}

/** Convolution; its input gradient runs through the same fast forward kernel. Dilation only at stride 1. */
export const conv2d: Rule<Conv2dNode> = {
  shape: (node, inputs) => {
    const [height = 0, width = 0] = at(inputs, 0);
    return [...windowOutput(height, width, geometry(node)), node.filter.shape[3] ?? 0];
  },
  forward: (node, inputs, weights) => {
    const x = at(inputs, 0);
    const [, height = 0, width = 0] = x.shape;
    const { fused, after } = splitActivation(node.activation);
    const y = convolve({
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
    const [, height = 0, width = 0] = at(inputs, 0).shape;
    const [, rows = 0, columns = 0] = output.shape;
    const window = geometry(node);
    const pads = resolvePads(height, width, window);
    const stride = node.strides[0];
    if (stride !== node.strides[1]) {
      const filter = weights.derived(node.filter, 'flipped', () => gradientKernel(node.filter, 1));
      const stuffed = stuffZeros(gradient, node.strides, [height, width], window.extent, pads);
      return [convolve({ x: stuffed.x, filter, pads: stuffed.pads })];
    }
    if (stride > 1 && canScatterGradient()) return [strided(node, gradient, [height, width], weights, pads)];
    const dx = convolve({
      x: gradient,
      filter: weights.derived(node.filter, 'gradient', () => gradientKernel(node.filter, stride)),
      dilations: node.dilations,
      pads: phasePads([height, width], [rows, columns], window.extent, stride, pads),
    });
    if (stride === 1) return [dx];
    return [interleavePhases([dx], { stride, top: pads.top, left: pads.left, height, width })];
  },
};
