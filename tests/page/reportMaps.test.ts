import { expect, test } from 'vitest';
import type { NamedGroupMap } from '../../src/page/flows/people/groupMaps';
import { mapPictures } from '../../src/page/flows/people/report/mapPictures';

const map = (...values: number[]) => ({ side: 2, values: Float32Array.from(values) });
const group = (name: string, most: number, persons = 3): NamedGroupMap => ({
  ...{ group: name, persons, photos: 2 * persons },
  ...{ mean: map(0, most, 1, 0), deviation: map(0, most / 4, 0, 0) },
});
const open = [group('A', 4), group('B', 2, 1)];
const under = [group('A', 10), group('B', 1, 1)];
const shared = { margin: 0.2, unit: 'logits' };

test('maps with and without a mask stand on one scale, a scale each for means, spreads and differences', async () => {
  const [before, after] = await Promise.all([
    mapPictures({ ...shared, groups: open, others: under }),
    mapPictures({ ...shared, groups: under, others: open, mask: [] }),
  ]);
  const scales = (sets: typeof before) => sets.map(({ title, scale }) => [title, scale.ends]);
  expect(scales(before)).toEqual([
    ['Average maps', [0, 10]],
    ['Spread between persons (standard deviation)', [0, 2.5]],
    ['Differences of the average maps', [-9, 9]],
  ]);
  expect(scales(after)).toEqual(scales(before));
  expect(new Set(before.map(({ scale }) => scale.sharedWith))).toEqual(new Set(['the same maps under the mask']));
  expect(new Set(after.map(({ scale }) => scale.sharedWith))).toEqual(new Set(['the same maps without the mask']));
});

test('each picture has its persons and photos; of one person no spread is claimed, and of differences no test', async () => {
  const [means, spreads, differences] = await mapPictures({ ...shared, groups: open, others: [] });
  expect(means?.pictures.map(({ title, note }) => [title, note])).toEqual([
    ['A', '3 persons, 6 photos'],
    ['B', '1 person, 2 photos'],
  ]);
  expect(spreads?.pictures[1]?.note).toContain('no spread can be told of one');
  expect(differences?.note).toContain('No test');
  expect(means?.note).toBeUndefined();
  expect(means?.scale.sharedWith).toBeNull();
  for (const { pictures } of [means, spreads, differences].filter((set) => set !== undefined))
    for (const { address } of pictures) expect(address).toMatch(/^data:image\/png;base64,/);
});
