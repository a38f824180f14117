import { expect, it } from 'vitest';
import { sharedWithSamples } from '../../../src/page/flows/people/tellSharedNames';

it('finds names that are the user’s and a sample face’s, and takes sample photos for what they are', () => {
  const gallery = [
    { name: 'Person 1', bundled: true },
    { name: 'Person 2', bundled: true },
    { name: 'Anna', bundled: false },
  ];
  const photos = [
    { person: 'person 2' },
    { person: 'person 2' },
    { person: 'Anna' },
    { person: 'Person 3' },
    { person: null },
    { person: 'Person 1', drawn: true },
  ];
  expect(sharedWithSamples(photos, gallery)).toEqual(['person 2']);
});
