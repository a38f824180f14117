/** Two hundred spoilt files of each format: each is read or refused in words, in time, and nothing is left half-loaded. */

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FoveaError } from '../../../src/shared/errors';
import { openDevice } from '../../../src/worker/kernels/device';
import { objectArrayNpy } from '../../support/npyFiles';
import { load } from '../support/converted';
import { goldenFiles } from '../support/golden';
import { goldenModel } from '../support/goldenModel';
import { kerasFile, weightsFile, wholeModelFile } from '../support/kerasFiles';
import { type Mutation, mutate, mutations } from '../support/mutations';
import { Reader } from '../support/reader';

const runs = 200;
/** Milliseconds that one file may take, on a machine that does much else. */
const mostTime = 10_000;

const reader = new Reader();
beforeAll(() => openDevice('wasm', () => undefined));
afterAll(() => reader.close());

/** Reads spoilt files; counts how many were read all the same. */
async function tryAll(spoil: (list: readonly Mutation[]) => readonly File[]) {
  const counts = { read: 0, refused: 0 };
  // As it was, it is read.
  await load(await reader.convert(...spoil([])));
  const property = fc.asyncProperty(mutations, async (list) => {
    const began = performance.now();
    try {
      await load(await reader.convert(...spoil(list)));
      counts.read += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(FoveaError);
      const { message, remedy } = error as FoveaError;
      expect(message.length * remedy.length).toBeGreaterThan(0);
      // Words of a library or of a bug in ours: never shown.
      expect(message).not.toMatch(
        /undefined|is not a function|Cannot read|memory access|unreachable|HDF5-DIAG|\[object/,
      );
      counts.refused += 1;
    }
    expect(performance.now() - began).toBeLessThan(mostTime);
  });
  await fc.assert(property, { numRuns: runs, seed: 7, endOnFailure: true });
  expect(counts.read + counts.refused).toBe(runs);
  expect(counts.refused).toBeGreaterThan(runs / 4);
  console.info(`${counts.refused} of ${runs} refused, workers lost: ${reader.lost.join('; ') || 'none'}`);
  return counts;
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'spoilt') => new File([bytes], name);

test('weights in HDF5', async () => {
  const bytes = await bytesOf(await weightsFile('vggface-vgg16', { top: true, divide: 64, size: 32, classes: 3 }));
  await tryAll((list) => [fileOf(mutate(bytes, list))]);
});

test('a whole model in HDF5', async () => {
  const { config, layers, valuesOf } = await goldenModel(7);
  const bytes = await bytesOf(await wholeModelFile(config, layers, valuesOf));
  await tryAll((list) => [fileOf(mutate(bytes, list))]);
});

test('.keras', async () => {
  const { keras3, stored } = await goldenModel(7);
  const bytes = await bytesOf(await kerasFile(keras3, stored('layers'), 6));
  await tryAll((list) => [fileOf(mutate(bytes, list))]);
});

test('a zip of model.json and shards', async () => {
  const [json, weights] = await goldenFiles(7);
  const entries = { 'model.json': await bytesOf(json), 'weights.bin': await bytesOf(weights) };
  const bytes = zipSync(entries, { level: 0 }) as Uint8Array<ArrayBuffer>;
  await tryAll((list) => [fileOf(mutate(bytes, list))]);
});

test('model.json', async () => {
  const [json, weights] = await goldenFiles(7);
  const bytes = await bytesOf(json);
  await tryAll((list) => [fileOf(mutate(bytes, list), 'model.json'), weights]);
});

test('labels in .npy', async () => {
  const [json, weights] = await goldenFiles(7);
  const bytes = objectArrayNpy(['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Fay']);
  await tryAll((list) => [json, weights, fileOf(mutate(bytes, list), 'labels')]);
});
