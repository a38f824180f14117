/**
 * The input gradient of a convolution with stride s, as a forward convolution.
 *
 * With x padded by p and y[o] = Σ_k x[o·s + k − p] w[k], the gradient is dx[i] = Σ dy[o] w[k] over o·s + k = i + p.
 * Write i + p = q·s + r: only the taps k = r + s·t of phase r take part, and dx[q, r] = Σ_t dy[q − t] w[r + s·t] is a
 * plain convolution over dy. All s² phases are computed by one convolution with s² times the channels, and then
 * interleaved. Nothing is multiplied by stuffed zeros; stride 1 is the flipped kernel.
 */
import type { Pads } from '../../kernels/convolution';
import { pad, reshape, slice, type Tensor } from '../../kernels/tensor';

/** How to pad dy so that the phases of dx come out of a forward convolution. */
export function phasePads(
  input: readonly [number, number],
  output: readonly [number, number],
  extent: readonly [number, number],
  stride: number,
  pads: Pads,
): Pads {
  const rows = phaseAxis(input[0], output[0], extent[0], stride, pads.top);
  const columns = phaseAxis(input[1], output[1], extent[1], stride, pads.left);
  return { top: rows.before, bottom: rows.after, left: columns.before, right: columns.after };
}

function phaseAxis(input: number, output: number, extent: number, stride: number, padBefore: number) {
  if (stride === 1) {
    // With one phase the cut can be made here: dx then comes out in its own size.
    const before = extent - 1 - padBefore;
    const after = input - output + extent - 1 - before;
    if (before < 0 || after < 0) throw new RangeError('A convolution padded by more than its own kernel.');
    return { before, after };
  }
  const taps = Math.ceil(extent / stride);
  const phaseCells = Math.ceil((input + padBefore) / stride);
  return { before: taps - 1, after: Math.max(0, phaseCells - output) };
}

/**
 * The other way, for strides that differ in height and width, where phases are not square: dy with zeros between its
 * cells, and the padding with which the flipped kernel makes dx of it in its own size.
 */
export function stuffZeros(
  gradient: Tensor,
  [down, across]: readonly [number, number],
  [height, width]: readonly [number, number],
  extent: readonly [number, number],
  { top, left }: Pads,
): { x: Tensor; pads: Pads } {
  const [batch = 1, rows = 1, columns = 1, channels = 1] = gradient.shape;
  const tall = padAxis(reshape(gradient, [batch * rows, 1, columns, channels]), 1, down - 1);
  const wide = padAxis(reshape(tall, [batch * rows * down * columns, 1, 1, channels]), 1, across - 1);
  const whole = reshape(wide, [batch, rows * down, columns * across, channels]);
  // Cell i of dx reads cells up to i + top of the stuffed picture, of which there may be more, or fewer.
  const [lastRow, lastColumn] = [height + top, width + left];
  const x = slice(
    whole,
    [0, 0, 0, 0],
    [batch, Math.min(lastRow, rows * down), Math.min(lastColumn, columns * across), channels],
  );
  return {
    x,
    pads: {
      top: extent[0] - 1 - top,
      bottom: Math.max(0, lastRow - rows * down),
      left: extent[1] - 1 - left,
      right: Math.max(0, lastColumn - columns * across),
    },
  };
}

/** Zeros behind the cells of one axis of four. */
const padAxis = (x: Tensor, axis: number, cells: number): Tensor =>
  pad(
    x,
    [0, 1, 2, 3].map((i): [number, number] => (i === axis ? [0, cells] : [0, 0])),
  );
