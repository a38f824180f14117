/** The golden networks, written anew in every format, against PyTorch's answers. */
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { memoryReport, openDevice } from '../../../src/worker/kernels/device';
import { tensor } from '../../../src/worker/kernels/tensor';
import { forward } from '../../../src/worker/network/forward';
import { LoadedGraph } from '../../../src/worker/network/loadedGraph';
import { planTo } from '../../../src/worker/network/plan';
import { relativeError } from '../support/compare';
import { convert, load } from '../support/converted';
import { goldenAnswers, goldenFiles, goldenInput } from '../support/golden';
import { goldenModel } from '../support/goldenModel';
import { kerasFile, wholeModelFile } from '../support/kerasFiles';

const signal = new AbortController().signal;
beforeAll(() => openDevice('wasm', () => undefined));

/** Relative error of the logits of what the files are converted to. */
async function errorOf(seed: number, ...files: readonly File[]): Promise<number> {
  const before = memoryReport().tensors;
  const network = await load(await convert(...files));
  const loaded = new LoadedGraph(network);
  const input = tensor(await goldenInput(seed), [1, 64, 64, 3]);
  const pass = await forward(signal, planTo(network.graph, 'predictions'), loaded.weights, input);
  const error = relativeError(await pass.output.data(), (await goldenAnswers(seed)).logits);
  pass.dispose();
  input.dispose();
  loaded.dispose();
  expect(memoryReport().tensors).toBe(before);
  return error;
}

describe.each([7, 23])('the golden network of seed %i', (seed) => {
  test('as Keras’s whole model in HDF5', async () => {
    const { config, layers, valuesOf } = await goldenModel(seed);
    expect(await errorOf(seed, await wholeModelFile(config, layers, valuesOf))).toBeLessThan(1e-4);
  });

  test.each(['layers', '_layer_checkpoint_dependencies'] as const)(
    'as .keras, its weights in %s',
    async (container) => {
      const { keras3, stored } = await goldenModel(seed);
      expect(await errorOf(seed, await kerasFile(keras3, stored(container)))).toBeLessThan(1e-4);
      expect(await errorOf(seed, await kerasFile(keras3, stored(container), 6))).toBeLessThan(1e-4);
    },
  );

  test('as model.json and shards: one by one, in a zip, in a folder of a zip, cut in the middle of weights', async () => {
    const [json, weights] = await goldenFiles(seed);
    expect(await errorOf(seed, json, weights)).toBeLessThan(1e-4);
    const bytes = new Uint8Array(await weights.arrayBuffer());
    const text = await json.text();
    const cut = text.replace('"weights.bin"', '"a.bin", "b.bin", "c.bin"');
    const shards = { 'a.bin': bytes.slice(0, 1001), 'b.bin': bytes.slice(1001, 1003), 'c.bin': bytes.slice(1003) };
    const entries = {
      'net/model.json': new TextEncoder().encode(cut),
      'net/README': new TextEncoder().encode('One\nTwo'),
    };
    for (const [name, shard] of Object.entries(shards)) Object.assign(entries, { [`net/${name}`]: shard });
    for (const level of [0, 6] as const) {
      const zip = new File([zipSync({ ...entries }, { level }) as Uint8Array<ArrayBuffer>], 'zipped');
      expect(await errorOf(seed, zip)).toBeLessThan(1e-4);
    }
  });
});
