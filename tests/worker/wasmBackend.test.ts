import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';

test('the WebAssembly backend starts in the browser and convolves', async () => {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainWasm,
    'tfjs-backend-wasm-simd.wasm': simdWasm,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
  });
  setThreadsCount(1);
  expect(await tf.setBackend('wasm')).toBe(true);
  const image = tf.ones([1, 4, 4, 3]) as tf.Tensor4D;
  const kernel = tf.ones([3, 3, 3, 2]) as tf.Tensor4D;
  const values = await tf.conv2d(image, kernel, 1, 'valid').data();
  expect([...values]).toEqual(Array(8).fill(27));
});
