import { expect, test } from 'vitest';
import { chooseDevice } from '../../../src/page/engine/chooseDevice';
import { fasterBackend, plausibleBackends, workersFor } from '../../../src/page/engine/deviceChoice';
import { readDeviceOverride, storeDeviceOverride } from '../../../src/page/engine/deviceOverride';
import { isSoftwareRenderer } from '../../../src/page/engine/deviceProbe';
import { watchLimits } from '../../../src/page/engine/limits';

const probe = { renderer: null, wasm: true, cores: 4, userAgent: 'test' };

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'ANGLE (Mesa/X.org, llvmpipe (LLVM 15.0.6, 256 bits), OpenGL 4.5)',
  'Mesa softpipe',
  'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Apple Software Renderer',
])('%s computes on the CPU: no calibration, WASM', (renderer) => {
  expect(isSoftwareRenderer(renderer)).toBe(true);
  expect(plausibleBackends({ ...probe, renderer })).toEqual(['wasm']);
});

test.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
  'ANGLE (Apple, ANGLE Metal Renderer: Apple M1, Unspecified Version)',
])('%s is a GPU: both devices are plausible', (renderer) => {
  expect(plausibleBackends({ ...probe, renderer })).toEqual(['webgl', 'wasm']);
  expect(plausibleBackends({ ...probe, renderer, wasm: false })).toEqual(['webgl']);
});

test('without WebGL and WebAssembly only the CPU is left', () => {
  expect(plausibleBackends({ ...probe, wasm: false })).toEqual(['cpu']);
});

test('the GPU has one worker, the CPU one a core, up to eight', () => {
  expect([workersFor('webgl', probe), workersFor('webgpu', probe)]).toEqual([1, 1]);
  expect([1, 2, 8, 64].map((cores) => workersFor('wasm', { ...probe, cores }))).toEqual([1, 2, 8, 8]);
});

test('one GPU is weighed against all cores together', () => {
  expect(fasterBackend({ webgl: 20, wasm: 100 }, 4)).toBe('webgl');
  expect(fasterBackend({ webgl: 30, wasm: 100 }, 4)).toBe('wasm');
  expect(fasterBackend({ webgl: null, wasm: 100 }, 4)).toBe('wasm');
  expect(fasterBackend({ webgl: 30, wasm: null }, 4)).toBe('webgl');
  expect(fasterBackend({ webgl: null, wasm: null }, 4)).toBe('cpu');
});

test('the address decides over the settings, and nonsense in either is as if absent', () => {
  const stored = (value: string) => ({ getItem: () => value });
  const settings = stored('{"backend":"cpu","workers":null}');
  expect(readDeviceOverride('?device=webgl&workers=3', settings)).toEqual({
    backend: 'webgl',
    workers: 3,
    help: false,
  });
  expect(readDeviceOverride('?workers=1', settings)).toEqual({ backend: 'cpu', workers: 1, help: false });
  expect(readDeviceOverride('', settings)).toEqual({ backend: 'cpu', workers: null, help: false });
  for (const query of ['?device=quantum', '?workers=0', '?workers=many', '?workers=1e9'])
    expect(readDeviceOverride(query, settings)).toEqual({ backend: 'cpu', workers: null, help: false });
  expect(readDeviceOverride('?device=webgl&help=1', settings)).toEqual({ backend: 'webgl', workers: null, help: true });
  const helped = stored('{"backend":"webgl","workers":null,"help":true}');
  expect(readDeviceOverride('', helped).help).toBe(true);
  expect(readDeviceOverride('?help=0', helped).help).toBe(false);
  // One that makes no sense leaves the other alone.
  expect(readDeviceOverride('?device=wasm&workers=0', settings)).toEqual({
    backend: 'wasm',
    workers: null,
    help: false,
  });
  expect(readDeviceOverride('?device=quantum&workers=2', settings)).toEqual({
    backend: 'cpu',
    workers: 2,
    help: false,
  });
  for (const broken of ['', '{', '"wasm"', '{"backend":"toaster","workers":1}'])
    expect(readDeviceOverride('', stored(broken))).toEqual({ backend: 'auto', workers: null, help: false });
  const forbidden = {
    getItem: () => {
      throw new Error('SecurityError');
    },
  };
  expect(readDeviceOverride('', forbidden)).toEqual({ backend: 'auto', workers: null, help: false });
});

test('the workers that are asked for are a limit: never more than suit the device', async () => {
  const chosen = (backend: 'webgl' | 'wasm', workers: number) =>
    chooseDevice(new AbortController().signal, {
      probe,
      override: { backend, workers },
      spawn: () => {
        throw new Error('Nothing is to be measured.');
      },
      limits: () => watchLimits.wasm,
      storage: null,
    });
  expect(await chosen('wasm', 64)).toEqual({ backend: 'wasm', workers: 4 });
  expect(await chosen('wasm', 3)).toEqual({ backend: 'wasm', workers: 3 });
  expect(await chosen('webgl', 4)).toEqual({ backend: 'webgl', workers: 1 });
});

test('a choice that cannot be stored is no error', () => {
  const full = {
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(() => storeDeviceOverride({ backend: 'wasm', workers: null, help: false }, full)).not.toThrow();
});
