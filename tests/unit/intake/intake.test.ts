import { expect, test } from 'vitest';
import { readAscendOptions } from '../../../src/page/intake/ascendOptions';
import { type AscentFile, readAscentFile } from '../../../src/page/intake/ascentFile';
import {
  checkNetworkFiles,
  checkPreprocessing,
  defaultPreprocessing,
  nameOfFiles,
  uniqueId,
} from '../../../src/page/intake/networkFiles';
import { presetSettings, presets } from '../../../src/shared/presets';

const never = new AbortController().signal;

const good: AscentFile = {
  format: 'fovea-ascent',
  version: 1,
  network: { id: 'net', name: 'Net', hash: 'abc' },
  layer: 'conv',
  pageStart: 0,
  settings: presetSettings('fovea'),
  results: [{ filter: 0, seed: 1, step: 3, steps: 60, dead: false, objectives: [0.5, null, 2] }],
};

test('every preset passes through a saved file', async () => {
  for (const { settings } of presets) {
    const file = { ...good, settings };
    expect(await readAscentFile(never, new Blob([JSON.stringify(file)]))).toEqual(file);
  }
});

test.each([
  ['a size that no browser holds', { settings: { ...good.settings, size: 1e6 } }, 'settings.size'],
  ['a size that takes the worker down', { settings: { ...good.settings, size: 1024 } }, 'settings.size'],
  ['a blur that takes the worker down', { settings: { ...good.settings, blur: 100 } }, 'settings.blur'],
  ['an epsilon of 0', { settings: { ...good.settings, epsilon: 0 } }, 'settings.epsilon'],
  ['steps without end', { settings: { ...good.settings, steps: 1e9 } }, 'settings.steps'],
  ['a tile with steps without end', { results: [{ ...good.results[0], steps: 1e5 }] }, 'results.0.steps'],
  ['a rate that is no number', { settings: { ...good.settings, rate: '4' } }, 'settings.rate'],
  ['a missing setting', { settings: { ...good.settings, jitter: undefined } }, 'settings.jitter'],
  ['a negative filter', { results: [{ ...good.results[0], filter: -1 }] }, 'results.0.filter'],
  ['another version', { version: 2 }, 'version'],
  ['a layer that is an object', { layer: { toString: 'x' } }, 'layer'],
])('a file with %s is refused, and the error names the place', async (_, change, place) => {
  const blob = new Blob([JSON.stringify({ ...good, ...change })]);
  await expect(readAscentFile(never, blob)).rejects.toMatchObject({
    name: 'FoveaError',
    message: expect.stringContaining(place),
    remedy: expect.any(String),
  });
});

test('a file that is too large is refused before it is read', async () => {
  const large = { size: 2 ** 30, text: () => Promise.reject(new Error('was read')) } as unknown as Blob;
  await expect(readAscentFile(never, large)).rejects.toThrow('16 MB');
});

test('network files: none, too many and too large are refused', () => {
  const file = (name: string, size = 1) => ({ name, size }) as File;
  expect(() => checkNetworkFiles([])).toThrow('No file');
  expect(() => checkNetworkFiles(Array.from({ length: 1000 }, (_, i) => file(`${i}.bin`)))).toThrow('1000 files');
  expect(() => checkNetworkFiles([file('model.json'), file('weights.bin', 2 ** 31)])).toThrow('2 GB');
  expect(() => checkNetworkFiles([file('model.json'), file('weights.bin', 2 ** 20)])).not.toThrow();
});

test('a network’s name and id come from its model file, and an id is never taken twice', () => {
  const file = (name: string) => ({ name }) as File;
  expect(nameOfFiles([file('weights.bin'), file('My Net.json')])).toBe('My Net');
  expect(nameOfFiles([file('.bin')])).toBe('network');
  const taken = new Set(['my-net', 'my-net-2']);
  expect(uniqueId('My Net!', (id) => taken.has(id))).toBe('my-net-3');
  expect(uniqueId('顔', () => false)).toBe('network');
});

test('preprocessing that makes no sense is refused', () => {
  expect(checkPreprocessing(defaultPreprocessing)).toEqual(defaultPreprocessing);
  for (const wrong of [
    { ...defaultPreprocessing, order: 'gbr' },
    { ...defaultPreprocessing, mean: [1, 2] },
    { ...defaultPreprocessing, mean: [1, 2, Number.NaN] },
    { ...defaultPreprocessing, scale: 0 },
    null,
  ])
    expect(() => checkPreprocessing(wrong)).toThrow('preprocessing');
});

test('a script’s options: the preset’s settings, its own values in their place, and the size of its start', () => {
  const options = { network: 'n', layer: 'l', filters: [3, 3, 1] };
  const plain = readAscendOptions(options, presetSettings);
  expect(plain).toMatchObject({ filters: [3, 1], start: null });
  expect(plain.settings(8)).toEqual(presetSettings('fovea'));
  expect(plain.settings(2)).toEqual(presetSettings('fovea', 2));
  const given = { ...options, preset: 'seed-report', start: new Float32Array(64 * 64 * 3), rate: 2, jitter: 1 };
  expect(readAscendOptions(given, presetSettings).settings(2)).toEqual({
    ...presetSettings('seed-report'),
    size: 64,
    rate: 2,
    jitter: 1,
  });
  expect(readAscendOptions({ ...options, blur: 3 }, presetSettings).settings(2)).toMatchObject({ blur: 3, jitter: 1 });
  // A slip of the pen does not run with the preset's value in its place.
  for (const slip of [{ step: 2 }, { toString: 1 }, { Rate: 2 }])
    expect(() => readAscendOptions({ ...options, ...slip }, presetSettings)).toThrow(`“${Object.keys(slip)[0]}”`);
  expect(() => readAscendOptions({ ...given, size: 32 }, presetSettings)).toThrow('start');
});
