import { beforeAll, expect, test } from 'vitest';
import { defaultStudySettings } from '../../src/page/flows/people/defaultStudySettings';
import { compareTrainings } from '../../src/page/flows/people/training/compareTrainings';
import type { Subject } from '../../src/page/flows/people/training/subject';
import { galleryStore } from '../../src/page/state/gallery/gallery';
import type { HeldOutView } from '../../src/shared/people/trainingStudy';
import { openFaces } from '../bench/recognition/openFaces';
import { never } from './support/photos';

/** Milliseconds: room for a machine that others work on, too. */
const patience = 240_000;

beforeAll(() => openFaces(never), patience);

test('a head that has seen masked copies is surer of masked faces', { timeout: patience }, async () => {
  const people = galleryStore.getState().people.slice(0, 5);
  const subjects = people.flatMap(({ name, photos: [photo] }, i): Subject[] =>
    photo === undefined
      ? []
      : [{ id: photo.id, person: name, group: i < 3 ? 'A' : 'B', read: () => Promise.resolve(photo) }],
  );
  const settings = await defaultStudySettings(never, { network: 'dlib-resnet', method: 'grad-cam', resamples: 200 });
  const told: string[] = [];
  const study = await compareTrainings(never, settings, subjects, (_, __, words) => told.push(words ?? ''));
  expect(study).toMatchObject({ persons: 5, photos: 5, heldOut: 'copies', folds: 1 });
  // All, A and B: four heads, four views; among four of five persons there is always one of B.
  expect(study.results).toHaveLength(3 * 4 * 4);
  expect(study.leftOut).toEqual([]);
  expect(study.differences).toEqual([]);
  expect(study.refusals.map(({ head }) => head)).toEqual(['plain', 'masked', 'balanced', 'fewer']);
  const of = (head: string, view: HeldOutView) =>
    study.results.find((one) => one.head === head && one.view === view && one.group === null);
  expect(of('plain', 'open')?.recognised.mean).toBeGreaterThan(0.9);
  for (const view of ['eyes', 'lower-face'] as const)
    expect(of('masked', view)?.probability.mean).toBeGreaterThan(of('plain', view)?.probability.mean ?? 1);
  expect(of('balanced', 'open')?.persons).toBe(4);
  expect(of('fewer', 'open')?.persons).toBe(4);
  expect(of('plain', 'open')?.photos).toBe(15);
  for (const { regions } of study.results) {
    const sum = Object.values(regions).reduce((total, { mean }) => total + mean, 0);
    expect(sum).toBeCloseTo(1, 4);
  }
  expect(new Set(told).size).toBeGreaterThanOrEqual(3);
});
