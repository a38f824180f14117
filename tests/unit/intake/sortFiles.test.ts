import { expect, it } from 'vitest';
import { sortFiles } from '../../../src/page/intake/sortFiles';

const file = (name: string, content = '') => new File([content], name);
const kindOf = async (...files: File[]) => (await sortFiles(files)).kind;

it('takes pictures, and whatever else is nothing of ours, for photos: their reader says what is wrong', async () => {
  expect(await kindOf(file('a.jpg'), file('b.png'))).toBe('photos');
  expect(await kindOf(file('notes.txt'))).toBe('photos');
  expect(await kindOf(file('photo'))).toBe('photos');
});

it('takes a model file with weights of any name for a network', async () => {
  expect(await kindOf(file('model.json', '{}'), file('group1-shard1of1.bin'))).toBe('network');
  expect(await kindOf(file('weights.dat'), file('MODEL.JSON'))).toBe('network');
  expect(await kindOf(file('vgg.h5'))).toBe('network');
});

it('takes a saved gallery for one', async () => {
  expect(await kindOf(file('fovea-gallery.jsonl'))).toBe('gallery');
});

it('knows a saved ascent by what stands in it, not by its name', async () => {
  const saved = '{\n  "format": "fovea-ascent",\n  "version": 1\n}';
  expect(await kindOf(file('anything.json', saved))).toBe('settings');
  expect(await kindOf(file('anything.json', '{"format":"other"}'))).toBe('network');
});
