/** A full memory: TensorFlow.js's allocation answers 0, and nothing may be written there. */
import { backend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { addClamped } from '../../src/worker/kernels/addClamped';
import { convolve } from '../../src/worker/kernels/convolution';
import { openDevice } from '../../src/worker/kernels/device';
import { isOutOfMemory } from '../../src/worker/kernels/outOfMemory';
import { add, memory, ones, type Tensor, tensor } from '../../src/worker/kernels/tensor';

interface Wasm {
  _malloc(bytes: number): number;
  readonly HEAPU8: Uint8Array;
}

/**
 * Bytes at the beginning of the memory in which nothing of a program lies: what is written to address 0 shows there.
 */
const belowData = 1024;

let wasm: Wasm;
beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  ({ wasm } = backend() as unknown as { wasm: Wasm });
});

/** What was thrown while no allocation succeeds. */
function thrownWhenFull(make: () => Tensor): unknown {
  const { _malloc } = wasm;
  wasm._malloc = () => 0;
  try {
    make();
    return null;
  } catch (error) {
    return error;
  } finally {
    wasm._malloc = _malloc;
  }
}

test('uploads, TensorFlow.js’s kernels and ours say that the memory is full, and leave its beginning alone', () => {
  const x = ones([1, 9, 9, 16]);
  const filter = ones([3, 3, 16, 16]);
  const pads = { top: 1, bottom: 1, left: 1, right: 1 };
  // Once before, so that packed filters and scratch memory are there: it is the output that has no room.
  convolve({ x, filter, pads }).dispose();
  const before = { tensors: memory().numTensors, begin: wasm.HEAPU8.slice(0, belowData) };
  const makes = [
    () => tensor(new Float32Array(1000).fill(7)),
    () => add(x, x),
    () => addClamped(x, x, [0, 6]),
    () => convolve({ x, filter, pads }),
  ];
  for (const make of makes) {
    const error = thrownWhenFull(make);
    expect(error, String(make)).toBeInstanceOf(Error);
    expect(isOutOfMemory(error)).toBe(true);
  }
  expect(wasm.HEAPU8.slice(0, belowData)).toEqual(before.begin);
  expect(memory().numTensors).toBe(before.tensors);
  const after = tensor([1, 2, 3]);
  expect([...after.dataSync()]).toEqual([1, 2, 3]);
  for (const used of [x, filter, after]) used.dispose();
});

test('a tensor without values takes no room and is no error', () => {
  expect(thrownWhenFull(() => tensor([], [0]))).toBeNull();
});
