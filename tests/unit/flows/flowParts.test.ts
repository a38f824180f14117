import { expect, test } from 'vitest';
import { defaultLayer } from '../../../src/page/flows/defaultLayer';
import { gridHeight, gridSide, tilePosition } from '../../../src/page/flows/gridPicture';
import { cachedTileShown, queuedTile, withFrame } from '../../../src/page/flows/tileTask';
import type { LayerInfo, LoadedNetwork } from '../../../src/shared/network';
import { presetSettings } from '../../../src/shared/presets';

const settings = { ...presetSettings('fovea'), steps: 10 };
const picture = { width: 1, height: 1, rgba: new Uint8ClampedArray(4) };
const state = (step: number) => ({
  step,
  parameters: new Float32Array(1),
  moments: new Float32Array(0),
  alive: true,
});
const frame = (step: number, objectives: readonly number[], done = false) => ({
  filter: 0,
  step,
  objectives,
  picture,
  dead: false,
  done,
  state: done ? state(step) : null,
  values: null,
});

test('a tile gathers the objectives of its frames by step; steps not told of are NaN', () => {
  let tile = queuedTile(0, settings);
  tile = withFrame(tile, frame(2, [1, 2]));
  expect(tile).toMatchObject({ status: 'running', step: 2, objectives: [1, 2], version: 1 });
  tile = withFrame(tile, frame(2, []));
  expect(tile.objectives).toEqual([1, 2]);
  tile = withFrame(tile, frame(5, [5]));
  expect(tile.objectives).toEqual([1, 2, Number.NaN, Number.NaN, 5]);
  tile = withFrame(tile, frame(6, [6], true));
  expect(tile).toMatchObject({ status: 'done', step: 6, state: { step: 6 }, version: 4 });
  expect(withFrame(tile, { ...frame(7, [0], true), dead: true }).status).toBe('dead');
  // A filter that has not answered yet is marked while it runs, and no longer once it has.
  const silent = withFrame(tile, { ...frame(7, [0]), dead: true });
  expect(silent).toMatchObject({ status: 'running', dead: true });
  expect(withFrame(silent, frame(8, [1]))).toMatchObject({ status: 'running', dead: false });
});

test('a cached tile is done, dead, or waits to go on', () => {
  const cached = { step: 10, objectives: [], picture, state: state(10), dead: false };
  expect(cachedTileShown(0, settings, cached)).toMatchObject({ status: 'done', step: 10, steps: 10 });
  expect(cachedTileShown(0, settings, { ...cached, dead: true }).status).toBe('dead');
  expect(cachedTileShown(0, settings, { ...cached, step: 4 })).toMatchObject({ status: 'queued', step: 4 });
  // It was told to go on beyond the settings' steps.
  expect(cachedTileShown(0, settings, { ...cached, step: 40 })).toMatchObject({ status: 'done', steps: 40 });
});

test('the grid has the report’s geometry', () => {
  expect(gridSide).toBe(1075);
  expect([1, 8, 9, 20, 64].map(gridHeight)).toEqual([130, 130, 265, 400, 1075]);
  expect([0, 1, 7, 8, 63].map(tilePosition)).toEqual([
    [0, 0],
    [135, 0],
    [945, 0],
    [0, 135],
    [945, 945],
  ]);
});

test('a network opens at a layer worth looking at', () => {
  const layer = (name: string, kind = 'Conv2D', filters = 8): LayerInfo => ({
    name,
    kind,
    outputShape: [1, 1, filters],
    parameters: 0,
    filters,
  });
  const network = (id: string, layers: readonly LayerInfo[]) => ({ info: { id }, layers }) as unknown as LoadedNetwork;
  expect(defaultLayer(network('dlib-resnet', [layer('a'), layer('conv64_3', 'Add')]))).toBe('conv64_3');
  expect(defaultLayer(network('x', [layer('a'), layer('b'), layer('c'), layer('d', 'Dense')]))).toBe('c');
  expect(defaultLayer(network('x', [layer('input', 'InputLayer', 0), layer('d', 'Dense')]))).toBe('d');
  expect(defaultLayer(network('x', [layer('input', 'InputLayer', 0)]))).toBeNull();
});
