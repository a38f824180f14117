/** What lies beside a network: names of its classes, what goes along with it, and what nobody can place. */
import { expect, test } from 'vitest';
import { isNamesFile } from '../../../src/page/intake/isNamesFile';
import { isTfjsAsItIs } from '../../../src/page/intake/isTfjsAsItIs';
import { fileKind } from '../../../src/shared/fileKind';
import { chooseLabels } from '../../../src/worker/convert/chooseLabels';

const signal = new AbortController().signal;
const binary = new Uint8Array([0, 1, 2, 0]);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

/** The labels of a network with three classes from files, by path; a folder in it was chosen as a whole. */
async function labelsOf(files: Readonly<Record<string, BlobPart>>, classes: number | null = 3) {
  const known = Object.entries(files).map(async ([path, content]) => {
    const file = new File([content], path.split('/').at(-1) ?? path);
    return { path, file, kind: await fileKind(signal, file) };
  });
  return chooseLabels(signal, await Promise.all(known), classes);
}

test('a README beside a network is no list of its classes, whatever its number of lines', async () => {
  for (const name of ['README.md', 'readme.txt', 'LICENSE', 'LICENCE.txt', 'notes.md', 'train.py', 'requirements.txt'])
    for (const folder of ['', 'net/'])
      expect(await labelsOf({ [folder + name]: 'one\ntwo\nthree\n' }), folder + name).toBeNull();
  expect(await labelsOf({ 'README.md': '# Net\n\nfive\nlines', 'labels.txt': 'a\nb\nc\n' })).toEqual(['a', 'b', 'c']);
  expect(await isNamesFile(signal, new File(['a\nb\n'], 'README.md'))).toBe(false);
  expect(await isNamesFile(signal, new File(['a\nb\n'], 'people.txt'))).toBe(true);
});

test('notes with empty lines are none either; a file of labels with one is told, with the line', async () => {
  expect(await labelsOf({ 'notes.txt': 'trained on\n\nfaces\n' })).toBeNull();
  await expect(labelsOf({ 'labels.txt': 'a\n\nc\n' })).rejects.toThrow('labels.txt cannot be read: line 2 is empty');
  expect(await labelsOf({ 'people.txt': 'a\r\nb\r\nc\r\n\r\n' })).toEqual(['a', 'b', 'c']);
  await expect(labelsOf({ 'people.txt': 'a\nb\n' })).rejects.toThrow(
    'people.txt names 2 classes, but the network has 3',
  );
});

test('a shard that no manifest names is refused wherever it lies, and told to be one', async () => {
  for (const path of ['group9-shard1of1.bin', 'net/group9-shard1of1.bin', 'net/group9-shard1of1', 'net/other.bin'])
    await expect(labelsOf({ [path]: binary })).rejects.toMatchObject({
      message: `${path} belongs to no network here: no manifest names this shard.`,
      remedy: expect.stringContaining('move this file out'),
    });
});

test('a photo in the network’s folder does no harm; chosen beside it, it is told, and not as a shard', async () => {
  expect(await labelsOf({ 'net/face.jpg': jpeg, 'net/plot.pdf': binary, 'net/labels.txt': 'a\nb\nc' })).toEqual([
    'a',
    'b',
    'c',
  ]);
  await expect(labelsOf({ 'face.jpg': jpeg })).rejects.toMatchObject({
    message: 'face.jpg is no part of the network.',
    remedy: 'Add the network without it.',
  });
});

test('with a photo among them, files are not copied as they are: what reads them knows their folder', async () => {
  const json = new File(['{"modelTopology": {}}'], 'model.json');
  const shard = new File([binary], 'group1-shard1of1.bin');
  expect(await isTfjsAsItIs(signal, [json, shard])).toBe(true);
  expect(await isTfjsAsItIs(signal, [json, new File([binary], 'group1-shard1of1')])).toBe(true);
  expect(await isTfjsAsItIs(signal, [json, shard, new File([jpeg], 'face.jpg')])).toBe(false);
});
