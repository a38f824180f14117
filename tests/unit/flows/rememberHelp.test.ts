import { afterEach, expect, test, vi } from 'vitest';
import { readDeviceOverride, storeDeviceOverride } from '../../../src/page/engine/deviceOverride';
import { rememberHelp } from '../../../src/page/flows/rememberHelp';
import { deviceStore } from '../../../src/page/state/device';

afterEach(() => vi.unstubAllGlobals());

test('help that is given up is off on the page and after a reload; the rest of what was remembered stays', () => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  };
  vi.stubGlobal('localStorage', storage);
  storeDeviceOverride({ backend: 'webgl', workers: null, help: true }, storage as unknown as Storage);
  // The address asked for another device: that is for this visit.
  deviceStore.setState({ wanted: 'webgpu', help: true });
  rememberHelp(false);
  expect(deviceStore.getState()).toMatchObject({ wanted: 'webgpu', help: false });
  const kept = readDeviceOverride('', storage);
  expect(kept).toEqual({ backend: 'webgl', workers: null, help: false });
});
