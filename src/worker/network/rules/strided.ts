/**
 * The input gradient of a convolution with stride s, as a forward convolution.
 *
 * With x padded by p and y[o] = Σ_k x[o·s + k − p] w[k], the gradient is dx[i] = Σ dy[o] w[k] over o·s + k = i + p. Write
 * i + p = q·s + r: only the taps k = r + s·t of phase r take part, and dx[q, r] = Σ_t dy[q − t] w[r + s·t] is a plain
 * convolution over dy. All s² phases are computed by one convolution with s² times the channels, and depthToSpace
 * interleaves them. Nothing is multiplied by stuffed zeros; stride 1 is the flipped kernel.
 */
import type { Pads } from '../../kernels/convolution';
import { depthToSpace, pad, slice, type Tensor } from '../../kernels/tensor';

export interface PhaseGeometry {
  /** Taps a phase: ceil(kernel / stride). */
  readonly taps: readonly [number, number];
  /** Padding of dy. */
  readonly pads: Pads;
}

/** How to pad dy so that the phases of dx come out, for an input of [height, width] padded by `pads`. */
export function phaseGeometry(
  input: readonly [number, number],
  output: readonly [number, number],
  kernel: readonly [number, number],
  strides: readonly [number, number],
  pads: Pads,
): PhaseGeometry {
  const taps: [number, number] = [Math.ceil(kernel[0] / strides[0]), Math.ceil(kernel[1] / strides[1])];
  const rows = Math.ceil((input[0] + pads.top) / strides[0]);
  const columns = Math.ceil((input[1] + pads.left) / strides[1]);
  return {
    taps,
    pads: {
      top: taps[0] - 1,
      bottom: Math.max(0, rows - output[0]),
      left: taps[1] - 1,
      right: Math.max(0, columns - output[1]),
    },
  };
}

/** Interleaves phases [b, q, q', s² · c] and cuts out the input's own cells: [b, height, width, c]. */
export function interleave(
  phases: Tensor,
  stride: number,
  input: readonly [number, number],
  pads: Pads,
  channels: number,
): Tensor {
  const [batch = 1] = phases.shape;
  const spread = stride === 1 ? phases : depthToSpace(phases as never, stride, 'NHWC');
  const [, height = 0, width = 0] = spread.shape;
  const missingRows = Math.max(0, pads.top + input[0] - height);
  const missingColumns = Math.max(0, pads.left + input[1] - width);
  const whole =
    missingRows + missingColumns === 0
      ? spread
      : pad(spread as Tensor, [
          [0, 0],
          [0, missingRows],
          [0, missingColumns],
          [0, 0],
        ]);
  const [, wholeHeight, wholeWidth] = whole.shape;
  if (pads.top === 0 && pads.left === 0 && wholeHeight === input[0] && wholeWidth === input[1]) return whole as Tensor;
  return slice(whole as Tensor, [0, pads.top, pads.left, 0], [batch, input[0], input[1], channels]);
}
