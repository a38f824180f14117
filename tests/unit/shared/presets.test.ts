import { expect, test } from 'vitest';
import { cellOf } from '../../../src/shared/cellOf';
import { changedSettings, fitSettings } from '../../../src/shared/changedSettings';
import { presetSettings, presets } from '../../../src/shared/presets';

test('a cell is the input’s side by the map’s; a layer without a map counts as the coarsest', () => {
  const network = { input: [224, 224, 3] } as const;
  expect(cellOf(network, { outputShape: [112, 112, 32] })).toBe(2);
  expect(cellOf(network, { outputShape: [7, 7, 1024] })).toBe(32);
  expect(cellOf(network, { outputShape: [1, 1, 1024] })).toBe(32);
  expect(cellOf(network, { outputShape: [1024] })).toBe(32);
});

test('the Fovea preset’s jitter is half a cell, its blur a tenth, both with an end; the others stay as they are', () => {
  const parts = (cell: number) => {
    const { jitter, blur } = presetSettings('fovea', cell);
    return [jitter, blur];
  };
  expect([1, 2, 4, 8, 16, 32, 64].map(parts)).toEqual([
    [1, 0.1],
    [1, 0.2],
    [2, 0.4],
    [4, 0.8],
    [8, 1.5],
    [16, 1.5],
    [16, 1.5],
  ]);
  for (const { id, settings } of presets) {
    expect(presetSettings(id)).toEqual(settings);
    if (id !== 'fovea') expect(presetSettings(id, 2)).toEqual(settings);
  }
});

test('on the way to another layer, changed values stay and the rest is the preset’s for that layer', () => {
  const before = { ...presetSettings('fovea', 4), blur: 3, seed: 5 };
  expect(changedSettings(before, 4)).toEqual({ blur: 3, seed: 5 });
  expect(fitSettings(before, 4, 16)).toEqual({ ...presetSettings('fovea', 16), blur: 3, seed: 5 });
  expect(fitSettings(fitSettings(before, 4, 16), 16, 4)).toEqual(before);
});
