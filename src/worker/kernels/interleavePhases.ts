import { concat, depthToSpace, pad, slice, type Tensor, type Tensor4D, type TensorInfo } from '@tensorflow/tfjs-core';
import type { FoveaKernels } from './foveaKernels';
import { addressOf, onWasm, registerWasmKernel, runWasmKernel, type WasmKernelArguments } from './wasmMemory';

const name = 'InterleavePhases';

export interface Interleaving {
  readonly stride: number;
  /** First row and column of the interleaved picture that are wanted. */
  readonly top: number;
  readonly left: number;
  /** Size of the result; cells beyond the phases are 0. */
  readonly height: number;
  readonly width: number;
}

/**
 * Puts the s² phases of a picture together: cell (q·s + r, q'·s + r') is cell (q, q') of phase r·s + r'. The phases are
 * s² tensors [batch, q, q', channels] or one with all of them side by side in its channels. Result: [batch, height,
 * width, channels].
 */
export function interleavePhases(phases: readonly Tensor[], interleaving: Interleaving): Tensor {
  if (onWasm()) {
    const inputs = Object.fromEntries(phases.map((phase, i) => [`phase${i}`, phase]));
    return runWasmKernel(name, inputs, interleaving);
  }
  const { stride, top, left, height, width } = interleaving;
  const [first] = phases;
  const joined = (phases.length === 1 ? first : concat([...phases], 3)) as Tensor4D;
  const whole = depthToSpace(joined, stride, 'NHWC');
  const [batch, rows, columns, channels] = whole.shape;
  const padded = pad(whole, [
    [0, 0],
    [0, Math.max(0, top + height - rows)],
    [0, Math.max(0, left + width - columns)],
    [0, 0],
  ]);
  return slice(padded, [0, top, left, 0], [batch, height, width, channels]);
}

type Call = WasmKernelArguments<Record<string, TensorInfo>, Interleaving>;

function vectorised({ exports, backend }: FoveaKernels, { inputs, attrs }: Call): TensorInfo {
  const tensors = Object.values(inputs);
  const { stride, top, left, height, width } = attrs;
  const [batch = 1, rows = 1, columns = 1, total = 1] = tensors[0]?.shape ?? [];
  const together = tensors.length === 1;
  const channels = together ? total / (stride * stride) : total;
  const output = backend.makeOutput([batch, height, width, channels], 'float32');
  backend.typedArrayFromHeap(output).fill(0);
  const result = addressOf(backend, output);
  for (let phase = 0; phase < stride * stride; phase++) {
    const source = tensors[together ? 0 : phase] as TensorInfo;
    exports.interleavePhase(
      addressOf(backend, source) + (together ? phase * channels * Float32Array.BYTES_PER_ELEMENT : 0),
      total * Float32Array.BYTES_PER_ELEMENT,
      batch,
      rows,
      columns,
      channels,
      result,
      height,
      width,
      stride,
      Math.floor(phase / stride) - top,
      (phase % stride) - left,
    );
  }
  return output;
}

/** For browsers without SIMD. */
function inJavaScript({ inputs, attrs, backend }: Call): TensorInfo {
  const tensors = Object.values(inputs);
  const { stride, top, left, height, width } = attrs;
  const [batch = 1, rows = 1, columns = 1, total = 1] = tensors[0]?.shape ?? [];
  const together = tensors.length === 1;
  const channels = together ? total / (stride * stride) : total;
  const output = backend.makeOutput([batch, height, width, channels], 'float32');
  const result = backend.typedArrayFromHeap(output).fill(0);
  const phases = tensors.map((tensor) => backend.typedArrayFromHeap(tensor));
  for (let b = 0; b < batch; b++) {
    for (let y = 0; y < Math.min(height, rows * stride - top); y++) {
      const [q, r] = [Math.floor((y + top) / stride), (y + top) % stride];
      for (let x = 0; x < Math.min(width, columns * stride - left); x++) {
        const phase = r * stride + ((x + left) % stride);
        const cell = ((b * rows + q) * columns + Math.floor((x + left) / stride)) * total;
        const source = phases[together ? 0 : phase] as Float32Array;
        const from = cell + (together ? phase * channels : 0);
        const to = ((b * height + y) * width + x) * channels;
        for (let c = 0; c < channels; c++) result[to + c] = source[from + c] as number;
      }
    }
  }
  return output;
}

export const registerInterleavePhases = (kernels: FoveaKernels | null): void =>
  registerWasmKernel(name, kernels ? (call: Call) => vectorised(kernels, call) : inJavaScript);
