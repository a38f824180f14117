import type { Pads } from '../../kernels/convolution';
import type { Padding } from '../graph';

export interface WindowGeometry {
  /** Height and width of the window in cells, dilation included. */
  readonly extent: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: Padding;
}

/** Zeros on both sides of one axis, as TensorFlow pads: for `same`, the odd cell goes to the end. */
function axisPads(size: number, extent: number, stride: number, padding: 'same' | 'valid'): [number, number] {
  if (padding === 'valid') return [0, 0];
  const needed = Math.max(0, (Math.ceil(size / stride) - 1) * stride + extent - size);
  return [Math.floor(needed / 2), Math.ceil(needed / 2)];
}

/** The zeros around an input of this height and width. */
export function resolvePads(height: number, width: number, { extent, strides, padding }: WindowGeometry): Pads {
  if (typeof padding === 'object') return padding;
  const [top, bottom] = axisPads(height, extent[0], strides[0], padding);
  const [left, right] = axisPads(width, extent[1], strides[1], padding);
  return { top, bottom, left, right };
}

/** Height and width of the output: floor((size + pads − extent) / stride) + 1. */
export function windowOutput(height: number, width: number, geometry: WindowGeometry): [number, number] {
  const { top, bottom, left, right } = resolvePads(height, width, geometry);
  const { extent, strides } = geometry;
  return [
    Math.floor((height + top + bottom - extent[0]) / strides[0]) + 1,
    Math.floor((width + left + right - extent[1]) / strides[1]) + 1,
  ];
}
