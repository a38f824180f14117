import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compareStudy } from '../../../src/page/flows/people/compareStudy';
import { removeMask } from '../../../src/page/flows/people/measureWithMask';
import { setLabels } from '../../../src/page/flows/people/setLabels';
import { forgetMeasurements } from '../../../src/page/flows/people/takeStamp';
import { trainWithMasks } from '../../../src/page/flows/people/trainWithMasks';
import { noStudy, studyStore } from '../../../src/page/state/study';
import type { PeopleRow } from '../../../src/shared/calls/peopleCalls';
import type { TrainingStudy } from '../../../src/shared/people/trainingStudy';
import { madePhoto } from './support/madeStudy';

/**
 * A worker that answers when the test lets it, with the groups that it was asked about; deaf to its signal, as one may
 * be.
 */
const at = vi.hoisted(() => ({ answers: [] as (() => void)[], train: () => {}, keep: () => {} }));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: (_: AbortSignal, __: string, { rows }: { readonly rows: readonly PeopleRow[] }) =>
      new Promise((resolve) => at.answers.push(() => resolve(rows.map(({ group }) => group)))),
  }),
}));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/flows/people/keepStudy', () => ({
  keepStudy: () => new Promise<void>((resolve) => (at.keep = resolve)),
}));
vi.mock('../../../src/page/flows/people/training/compareTrainings', () => ({
  compareTrainings: () => new Promise((resolve) => (at.train = () => resolve(training))),
}));

const training: TrainingStudy = {
  ...{ network: 'n', layer: 'l', persons: 2, photos: 4, leftOut: [], heldOut: 'photos', folds: 2, seed: 1 },
  ...{ results: [], changes: [], differences: [], refusals: [], tests: 0, resamples: 200, splits: 200 },
};
const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 3, resamples: 200 } as const;
const photos = ['a', 'b', 'c', 'd'].map((id, i) => ({
  ...{ id, file: `${id}.jpg`, person: i < 2 ? 'Anna' : 'Bo', group: 'North' },
}));
const state = () => studyStore.getState();
/** Lets whatever can go on do so. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  at.answers.length = 0;
  const measured = new Map(photos.map((photo) => [photo.id, madePhoto(photo.file, photo)]));
  studyStore.setState({ ready: true, ...noStudy, settings, photos, measured });
});
afterEach(() => studyStore.setState(noStudy));

test('a comparison of the labels before does not count once there are others, though they are being kept still', async () => {
  void compareStudy();
  const before = at.answers.pop();
  const labelled = setLabels(new Map([['a', { group: 'South' }]]));
  before?.();
  await settle();
  expect(state()).toMatchObject({ comparison: null, comparing: true });
  at.keep();
  await settle();
  at.answers.pop()?.();
  await labelled;
  expect(state().comparing).toBe(false);
  expect([...((state().comparison ?? []) as never as string[])].sort()).toEqual(['North', 'North', 'North', 'South']);
});

test('labels that are the same end, keep and compare nothing', async () => {
  void compareStudy();
  await setLabels(new Map([['a', { person: ' Anna ', group: 'North' }]]));
  expect(at.answers).toHaveLength(1);
  at.answers.pop()?.();
  await settle();
  expect(state()).toMatchObject({ comparing: false, comparison: ['North', 'North', 'North', 'North'] });
});

test('figures that are let go of do not come back by a comparison that was under way', async () => {
  void compareStudy();
  await forgetMeasurements();
  at.answers.pop()?.();
  await settle();
  expect(state()).toMatchObject({ comparison: null, comparing: false });
});

test('without the mask the groups are still compared, and nothing of it comes back', async () => {
  studyStore.setState({ masked: { mask: [], name: 'Eye bar', measured: new Map(), failures: new Map() } });
  void compareStudy();
  const removed = removeMask();
  await settle();
  at.answers.shift()?.();
  at.keep();
  await settle();
  expect(state()).toMatchObject({ comparison: null, comparing: true });
  at.answers.shift()?.();
  await removed;
  expect(state()).toMatchObject({ comparing: false, masked: null, losses: null });
  expect(state().comparison).toHaveLength(4);
});

test('a training tells of labels that were changed while it ran', async () => {
  const run = async (meanwhile: () => void) => {
    const trained = trainWithMasks();
    await settle();
    meanwhile();
    at.train();
    await trained;
    return state().training?.outdated;
  };
  expect(await run(() => {})).toBeUndefined();
  expect(await run(() => void setLabels(new Map([['a', { person: 'Cy' }]])))).toBe(true);
  // By the labels of now.
  expect(await run(() => {})).toBeUndefined();
});
