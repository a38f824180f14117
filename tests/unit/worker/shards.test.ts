/** Shards that were chosen together with their model.json: each has its length, and none is left over. */
import { expect, test } from 'vitest';
import { checkShards } from '../../../src/worker/network/loaders/checkShards';
import { loadNetwork } from '../../../src/worker/network/loaders/loadNetwork';
import { filesOf, smallLayers, smallWeights, specOf } from './modelFiles';

const never = new AbortController().signal;
const load = (files: readonly File[]) => loadNetwork(never, specOf(files), () => undefined);
const names = ['shard1of3.bin', 'shard2of3.bin', 'shard3of3.bin'] as const;

/** 488 bytes of weights, cut as tensorflowjs does: 200, 200 and the rest. */
async function cutFiles(change: Partial<Record<(typeof names)[number], number>> = {}): Promise<File[]> {
  const [json, whole] = filesOf({ modelTopology: smallLayers(), weights: smallWeights(), paths: names });
  if (json === undefined || whole === undefined) throw new Error('The small model has two files.');
  const bytes = await whole.arrayBuffer();
  expect(bytes.byteLength).toBe(488);
  const shards = names.map((name, i) => {
    const piece = bytes.slice(200 * i, 200 * (i + 1));
    return new File([piece.slice(0, piece.byteLength + (change[name] ?? 0))], name);
  });
  return [json, ...shards];
}

test('whole, they are one network', async () => {
  expect((await load(await cutFiles())).graph.size).toBe(4);
});

test.each([
  [{ 'shard2of3.bin': -4 }, 'The shard shard2of3.bin has 196 bytes where the manifest wants 200.'],
  [{ 'shard1of3.bin': -200 }, 'The shard shard1of3.bin has 0 bytes where the manifest wants 200.'],
  [{ 'shard3of3.bin': -1 }, 'The shard shard3of3.bin has 87 bytes where the manifest wants 88.'],
  [
    { 'shard1of3.bin': -1, 'shard3of3.bin': -1 },
    'The shards shard1of3.bin, shard2of3.bin, shard3of3.bin have 486 bytes where the manifest wants 488.',
  ],
])('truncated by %j, it is named', async (change, message) => {
  await expect(load(await cutFiles(change))).rejects.toMatchObject({ name: 'FoveaError', message });
});

test('of two shards, either may be the truncated one: both are named', () => {
  const entry = { name: 'w', shape: [72], dtype: 'float32' as const };
  const shards = [
    { name: 'a.bin', size: 196 },
    { name: 'b.bin', size: 88 },
  ];
  expect(() => checkShards([entry], shards)).toThrow(
    'The shards a.bin, b.bin have 284 bytes where the manifest wants 288.',
  );
});

test('a group of another length is not made up for by the next one', async () => {
  const [json, ...shards] = await cutFiles();
  if (json === undefined) throw new Error('There is no model.json.');
  const model = JSON.parse(await json.text());
  const [{ weights }] = model.weightsManifest;
  model.weightsManifest = [
    { paths: ['a.bin'], weights: weights.slice(0, 2) },
    { paths: ['b.bin'], weights: weights.slice(2) },
  ];
  const bytes = new Blob(shards);
  const cut = (at: number) => [
    new File([JSON.stringify(model)], 'model.json'),
    new File([bytes.slice(0, at)], 'a.bin'),
    new File([bytes.slice(at)], 'b.bin'),
  ];
  expect((await load(cut(448))).graph.size).toBe(4);
  await expect(load(cut(444))).rejects.toThrow('The shard a.bin has 444 bytes where the manifest wants 448.');
});

test('a shard that the manifest does not name is refused, what systems leave behind is not', async () => {
  const files = await cutFiles();
  const stray = new File([new Uint8Array(8)], 'shard4of4.bin');
  await expect(load([...files, stray])).rejects.toThrow('shard4of4.bin belongs to no network here');
  const left = ['.DS_Store', 'Thumbs.db', 'desktop.ini'].map((name) => new File([new Uint8Array(8)], name));
  const litter = [...left, new File([], 'empty.bin')];
  expect((await load([...files, ...litter])).graph.size).toBe(4);
});
