import { backend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { convolve } from '../../src/worker/kernels/convolution';
import { openDevice } from '../../src/worker/kernels/device';
import { chooseVariants, type FoveaKernels, loadFoveaKernels } from '../../src/worker/kernels/foveaKernels';
import { PackedFilters } from '../../src/worker/kernels/packedFilters';
import { ScratchMemory } from '../../src/worker/kernels/scratchMemory';
import { ones, tensor, zeros } from '../../src/worker/kernels/tensor';
import type { WasmMemory } from '../../src/worker/kernels/wasmMemory';

let kernels: FoveaKernels;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  const [variant = null] = await chooseVariants();
  kernels = (variant && (await loadFoveaKernels(variant))) as FoveaKernels;
});

const wasm = () => backend() as unknown as WasmMemory;
const none = { top: 0, bottom: 0, left: 0, right: 0 };

test('filters are packed once, used again, and freed with their tensor', () => {
  const packed = new PackedFilters(wasm(), 1000);
  const filter = tensor([1, 2, 3]);
  let made = 0;
  const ask = (layout: string) => packed.address(filter.dataId, layout, 400, () => made++);
  const first = ask('a');
  expect(ask('a')).toBe(first);
  expect(made).toBe(1);
  expect(packed.bytes).toBe(400);
  ask('another layout');
  expect(made).toBe(2);
  expect(packed.bytes).toBe(800);
  // Pictures of two sizes in turn want two kernels in turn.
  expect(ask('a')).toBe(first);
  ask('another layout');
  expect(made).toBe(2);
  const clone = filter.clone();
  filter.dispose();
  expect(packed.bytes).toBe(800);
  clone.dispose();
  expect(packed.bytes).toBe(0);
});

test('beyond the limit, those not used for the longest time go first', () => {
  const packed = new PackedFilters(wasm(), 1000);
  const filters = [tensor([1]), tensor([2]), tensor([3])] as const;
  let made = 0;
  const ask = (i: 0 | 1 | 2) => packed.address(filters[i].dataId, 'a', 400, () => made++);
  ask(0);
  ask(1);
  ask(0);
  ask(2);
  expect(packed.bytes).toBe(800);
  ask(0);
  expect(made).toBe(3);
  ask(1);
  expect(made).toBe(4);
  for (const filter of filters) filter.dispose();
  expect(packed.bytes).toBe(0);
});

test('scratch memory grows when it has to and starts on a cache line', () => {
  const scratch = new ScratchMemory(wasm());
  const small = scratch.reserve(1000);
  expect(scratch.reserve(10)).toBe(small);
  expect(small % 64).toBe(0);
  expect(scratch.reserve(100_000) % 64).toBe(0);
});

test('scratch memory beyond 64 MB goes with the next call that needs less', () => {
  const freed: number[] = [];
  let next = 64;
  const room = {
    _malloc: (bytes: number) => {
      const address = next;
      next += 64 * Math.ceil(bytes / 64);
      return address;
    },
    _free: (address: number) => freed.push(address),
  };
  const scratch = new ScratchMemory({ ...wasm(), wasm: room } as unknown as WasmMemory);
  const large = scratch.reserve(80 * 2 ** 20);
  expect(scratch.reserve(70 * 2 ** 20)).toBe(large);
  expect(freed).toEqual([]);
  const small = scratch.reserve(1000);
  expect(freed).toEqual([large]);
  expect(scratch.reserve(900)).toBe(small);
  expect(freed).toEqual([large]);
});

test('a thousand convolutions with fresh filters leave the memory as large as a few', async () => {
  const x = ones([1, 12, 12, 32]);
  const convolveOften = (times: number) => {
    for (let i = 0; i < times; i++) {
      const filter = zeros([3, 3, 32, 32]);
      convolve({ x, filter, pads: none }).dispose();
      filter.dispose();
    }
  };
  convolveOften(10);
  const bytes = kernels.backend.wasm.asm?.memory?.buffer.byteLength;
  convolveOften(1000);
  expect(kernels.backend.wasm.asm?.memory?.buffer.byteLength).toBe(bytes);
  expect(kernels.filters.bytes).toBe(0);
  x.dispose();
});
