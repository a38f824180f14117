import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CachedTile, tileBytes } from '../../../src/page/engine/cache/cachedTile';
import { MemoryTiles } from '../../../src/page/engine/cache/memoryTiles';
import { oldestOverCap } from '../../../src/page/engine/cache/oldestOverCap';
import { pageKey, tileKey } from '../../../src/page/engine/cache/tileKey';
import { presetSettings } from '../../../src/shared/presets';

const tile = (side: number): CachedTile => ({
  step: 1,
  objectives: [1],
  picture: { width: side, height: side, rgba: new Uint8ClampedArray(4 * side * side) },
  state: { step: 1, parameters: new Float32Array(3 * side * side), moments: new Float32Array(0), alive: true },
  dead: false,
});

test('memory never holds more than its bytes, and drops what was not used for the longest time', () => {
  const use = fc.record({
    key: fc.integer({ min: 0, max: 9 }),
    side: fc.integer({ min: 1, max: 12 }),
    put: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
      const most = 10_000;
      const memory = new MemoryTiles(most);
      // The same in the plainest way: a list, newest last.
      let model: { key: number; bytes: number }[] = [];
      for (const { key, side, put } of uses) {
        const known = model.find((entry) => entry.key === key);
        if (put) {
          memory.put(String(key), tile(side));
          model = [...model.filter((entry) => entry.key !== key), { key, bytes: tileBytes(tile(side)) }];
          while (model.reduce((sum, { bytes }) => sum + bytes, 0) > most) model.shift();
        } else {
          expect(memory.get(String(key)) !== null).toBe(known !== undefined);
          if (known !== undefined) model = [...model.filter((entry) => entry !== known), known];
        }
        expect(memory.bytes).toBe(model.reduce((sum, { bytes }) => sum + bytes, 0));
        expect(memory.bytes).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('on the device, the oldest go, and no more than needed', () => {
  const entry = fc.tuple(fc.uuid(), fc.record({ bytes: fc.integer({ min: 1, max: 100 }), used: fc.nat() }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 0, max: 1500 }), (entries, most) => {
      const old = oldestOverCap(entries, most);
      const rest = entries.filter(([key]) => !old.includes(key));
      const sum = (list: typeof entries) => list.reduce((bytes, [, use]) => bytes + use.bytes, 0);
      expect(sum(rest)).toBeLessThanOrEqual(most);
      const gone = entries.filter(([key]) => old.includes(key));
      for (const [, use] of gone) for (const [, kept] of rest) expect(use.used).toBeLessThanOrEqual(kept.used);
      const last = entries.find(([key]) => key === old.at(-1));
      if (last !== undefined) expect(sum(rest) + last[1].bytes).toBeGreaterThan(most);
    }),
  );
});

test('a key changes with every setting, and not with the order of the settings', () => {
  const settings = presetSettings('fovea');
  const key = tileKey('hash', 'conv', 3, settings);
  for (const name of Object.keys(settings) as (keyof typeof settings)[])
    expect(tileKey('hash', 'conv', 3, { ...settings, [name]: 'other' })).not.toBe(key);
  expect(tileKey('hash', 'conv', 3, { ...settings, start: { ...settings.start, spread: 77 } })).not.toBe(key);
  expect(tileKey('other', 'conv', 3, settings)).not.toBe(key);
  expect(tileKey('hash', 'other', 3, settings)).not.toBe(key);
  expect(tileKey('hash', 'conv', 4, settings)).not.toBe(key);
  const reversed = Object.fromEntries(Object.entries(settings).reverse()) as unknown as typeof settings;
  expect(tileKey('hash', 'conv', 3, reversed)).toBe(key);
  expect(pageKey('hash', 'conv', settings)).not.toBe(pageKey('hash', 'conv', { ...settings, seed: 9 }));
});
