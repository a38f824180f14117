import { afterEach, expect, test, vi } from 'vitest';
import { openDevice } from '../../src/worker/kernels/device';

afterEach(() => vi.restoreAllMocks());

/** Lets every kernel file whose name matches come as something that is no WebAssembly. */
function spoil(files: RegExp): void {
  const original = globalThis.fetch;
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(globalThis, 'fetch').mockImplementation((url, options) =>
    files.test(String(url)) ? Promise.resolve(new Response('not found', { status: 404 })) : original(url, options),
  );
}

test('kernels that cannot be loaded make the device slower, not refused', async () => {
  spoil(/kernels\.relaxed-simd/);
  const second = await openDevice('wasm', () => undefined);
  expect(second.kernels).toEqual(['fovea-winograd-simd', 'tfjs-wasm-simd']);
  vi.restoreAllMocks();
  spoil(/kernels\.(relaxed-)?simd/);
  const none = await openDevice('wasm', () => undefined);
  expect(none).toMatchObject({ backend: 'wasm', kernels: ['tfjs-wasm-simd'] });
});
