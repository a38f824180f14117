/** What the search calls a mask that hides a face, painted by the page over real faces and recognised anew. */
import { beforeAll, describe, expect, test } from 'vitest';
import { maskNow } from '../../src/page/flows/masks/maskNow';
import { galleryStore } from '../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../src/shared/explain';
import type { FillKind } from '../../src/shared/mask';
import { answerUnder, groundOf, searchMask } from '../bench/masks/searchMask';
import { openFaces, trainFor } from '../bench/recognition/openFaces';
import { never } from './support/photos';

/** Of the gallery, from several photos; the head knows these alone. */
const enrolled = [0, 2, 5, 9, 12, 16, 20];

/** Whose face among them, and what hides it. The larger network takes several times as long. */
const cases: readonly (readonly [string, readonly (readonly [number, Exclude<FillKind, 'other'>])[]])[] = [
  [
    'dlib-resnet',
    [
      [0, 'black'],
      [2, 'mean'],
      [3, 'blur'],
      [6, 'noise'],
    ],
  ],
  [
    'hse-mobilenet',
    [
      [1, 'black'],
      [5, 'blur'],
    ],
  ],
];
/** Milliseconds: room for a machine that others work on, too. */
const patience = 240_000;

beforeAll(async () => {
  await openFaces(never);
  const { people } = galleryStore.getState();
  galleryStore.setState({ people: people.filter((_, i) => enrolled.includes(i)) });
}, patience);

describe.each(cases)('%s', (network, faces) => {
  let head: IdentityHead;
  beforeAll(async () => {
    head = await trainFor(never, network);
  }, patience);

  test.for(faces)(
    'the mask found for face %i with %s changes the name, painted afresh',
    { timeout: patience },
    async ([person, fill], { signal }) => {
      const ground = await groundOf(signal, network, person);
      expect(await answerUnder(signal, ground, [], head)).toMatchObject({ index: person });
      const { end, mask } = await searchMask(signal, ground, head, fill);
      expect(end).toMatchObject({ phase: 'done', changed: true });

      const { raster, covered } = await maskNow(signal, ground, mask);
      expect(raster.map((value) => Math.min(1, value))).toEqual(end.hidden);
      expect(covered).toBeCloseTo(end.covered, 10);
      const afresh = await answerUnder(signal, ground, mask, head);
      expect(afresh.index).not.toBe(person);
      expect(afresh.index).toBe(end.answer.index);
      expect(afresh.probability).toBeCloseTo(end.answer.probability, 3);
    },
  );
});
