/** What lies beside a network: names of its classes, what goes along with it, and what nobody can place. */
import { expect, test } from 'vitest';
import { isNamesFile } from '../../../src/page/intake/isNamesFile';
import { isTfjsAsItIs } from '../../../src/page/intake/isTfjsAsItIs';
import { fileKind } from '../../../src/shared/fileKind';
import { chooseLabels } from '../../../src/worker/convert/chooseLabels';
import { refuseStray } from '../../../src/worker/convert/refuseStray';
import { objectArrayNpy } from '../../support/npyFiles';

const signal = new AbortController().signal;
const binary = new Uint8Array([0, 1, 2, 0]);
/** What it throws. */
function caught(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);

type Contents = Readonly<Record<string, BlobPart>>;

const knownFiles = (files: Contents) =>
  Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      const file = new File([content], path.split('/').at(-1) ?? path);
      return { path, file, kind: await fileKind(signal, file) };
    }),
  );

/** What is chosen for a network with three classes from files, by path; a folder in it was chosen as a whole. */
const chosenOf = async (files: Contents, classes: number | null = 3) =>
  chooseLabels(signal, await knownFiles(files), classes);
const labelsOf = async (files: Contents, classes?: number | null) => (await chosenOf(files, classes)).labels;

test('a README beside a network is no list of its classes, whatever its number of lines', async () => {
  for (const name of ['README.md', 'readme.txt', 'LICENSE', 'LICENCE.txt', 'notes.md', 'train.py', 'requirements.txt'])
    for (const folder of ['', 'net/'])
      expect(await labelsOf({ [folder + name]: 'one\ntwo\nthree\n' }), folder + name).toBeNull();
  expect(await labelsOf({ 'README.md': '# Net\n\nfive\nlines', 'labels.txt': 'a\nb\nc\n' })).toEqual(['a', 'b', 'c']);
  expect(await isNamesFile(signal, new File(['a\nb\n'], 'README.md'))).toBe(false);
  expect(await isNamesFile(signal, new File(['a\nb\n'], 'people.txt'))).toBe(true);
});

test('a list whose name only says so is passed over like notes where it cannot be one, and told, with why', async () => {
  for (const [content, why] of [
    ['Ada\n\nBo\n', 'line 2 is empty'],
    [`Ada\n${'b'.repeat(201)}\nCem\n`, 'name 2 has more than 200 characters'],
    ['Ada\nBo\nC'.padEnd(2 ** 24 + 1, 'c'), 'it is larger than 16 MB'],
  ] as const) {
    const notices = [`people.txt was not taken for labels: ${why}.`];
    expect(await chosenOf({ 'people.txt': content })).toEqual({ labels: null, notices });
    expect(await chosenOf({ 'people.txt': content, 'labels.txt': 'a\nb\nc' })).toEqual({
      labels: ['a', 'b', 'c'],
      notices,
    });
    // Nobody has chosen what lies in a folder.
    expect(await chosenOf({ 'net/people.txt': content })).toEqual({ labels: null, notices: [] });
  }
});

test('a list of names is one whatever its file is called, unless it is text', async () => {
  for (const name of ['authors.json', 'NOTICE.json', 'net/authors.json'])
    expect(await labelsOf({ [name]: '["a", "b", "c"]' }), name).toEqual(['a', 'b', 'c']);
  expect(await labelsOf({ 'notice.npy': objectArrayNpy(['a', 'b', 'c']) })).toEqual(['a', 'b', 'c']);
  // A picture’s link begins like a list in JSON.
  expect(await chosenOf({ 'README.md': '[![Build](b.svg)](b)\n' })).toEqual({ labels: null, notices: [] });
});

test('notes with empty lines are none either; a file of labels with one is told, with the line', async () => {
  expect(await labelsOf({ 'notes.txt': 'trained on\n\nfaces\n' })).toBeNull();
  await expect(labelsOf({ 'labels.txt': 'a\n\nc\n' })).rejects.toThrow('labels.txt cannot be read: line 2 is empty');
  expect(await labelsOf({ 'people.txt': 'a\r\nb\r\nc\r\n\r\n' })).toEqual(['a', 'b', 'c']);
  await expect(labelsOf({ 'people.txt': 'a\nb\n' })).rejects.toThrow(
    'people.txt names 2 classes, but the network has 3',
  );
});

test('a shard that is not the network’s is refused wherever it lies, and told why by what the network is', async () => {
  for (const path of ['group9-shard1of1.bin', 'net/group9-shard1of1.bin', 'net/group9-shard1of1', 'net/other.bin']) {
    const files = await knownFiles({ [path]: binary });
    const told = (why: string, choose: string) => ({
      message: `${path} belongs to no network here: ${why}.`,
      remedy: `${choose} If they lie in one folder, move this file out of it, or choose them as files.`,
    });
    expect(caught(() => refuseStray(files, 'shards'))).toMatchObject(
      told('no manifest names this shard', 'Choose model.json with its own shards only.'),
    );
    expect(caught(() => refuseStray(files, 'keras'))).toMatchObject(
      told('a Keras file holds all its weights itself', 'Choose the Keras file without it.'),
    );
  }
});

test('a photo in the network’s folder does no harm; chosen beside it, it is told, and not as a shard', async () => {
  const folder = { 'net/face.jpg': jpeg, 'net/plot.pdf': binary, 'net/labels.txt': 'a\nb\nc' };
  refuseStray(await knownFiles(folder), 'shards');
  expect(await labelsOf(folder)).toEqual(['a', 'b', 'c']);
  const photo = await knownFiles({ 'face.jpg': jpeg });
  expect(caught(() => refuseStray(photo, 'keras'))).toMatchObject({
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
