import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../../src/page/flows/people/addPhotos';
import { labelMasked } from '../../../src/page/flows/people/labelMasked';
import { labelMeasurement } from '../../../src/page/flows/people/labelMeasurement';
import { setLabels } from '../../../src/page/flows/people/setLabels';
import { noStudy, studyStore } from '../../../src/page/state/study';
import type { StudyPhoto } from '../../../src/shared/people';
import { perRegion } from '../../../src/shared/people/quantities';
import type { TrainingStudy } from '../../../src/shared/people/trainingStudy';
import { heldOutSentence } from '../../../src/shared/people/trainingWords';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ run: () => new Promise(() => {}) }) }));

const measured = {
  ...{ label: 'Anna', index: 0, probability: 0.9, unknown: false, enrolled: false, faces: 1 },
  regions: perRegion(() => 1 / 8),
  map: { side: 1, values: new Float32Array(1) },
  conditions: { faceSize: 90, yaw: 1, roll: 2, brightness: 100, sharpness: 40 },
};
const photo = (id: string, file: string, person: string | null = null): StudyPhoto => ({
  id,
  file,
  person,
  group: null,
});
const known = ['Anna', 'Bea'];

describe('labelMeasurement', () => {
  test.each([
    ['anna', true],
    ['Bea', false],
    ['Carla', null],
  ])('the user says %s: right is %s', (person, right) => {
    expect(labelMeasurement(measured, photo('1', 'a.jpg', person), known)).toMatchObject({ person, right });
  });
  test('a name of two characters for one letter, as folders on a Mac have it, is the gallery’s with one', () => {
    const found = labelMeasurement({ ...measured, label: '\u00c5sa' }, photo('1', 'a.jpg', 'A\u030asa'), ['\u00c5sa']);
    expect(found.right).toBe(true);
    // Kept in one form, so that a table's and a folder's are one person, and one group.
    expect(textOf('A\u030asa')).toBe('\u00c5sa');
    expect(textOf(' \u202eA\u200fnna\t B ')).toBe('Anna B');
    expect(textOf(' \u200f ')).toBeNull();
  });
  test('nobody says who it is: the gallery does, but nothing is right or wrong by that', () => {
    expect(labelMeasurement(measured, photo('1', 'a.jpg'), known)).toMatchObject({ person: 'Anna', right: null });
  });
  test('a face that is near nobody, or a class, is a person of its own', () => {
    const own = { person: 'b/a.jpg', right: null };
    expect(labelMeasurement({ ...measured, unknown: true }, photo('1', 'b/a.jpg'), known)).toMatchObject(own);
    expect(labelMeasurement(measured, photo('1', 'b/a.jpg'), [])).toMatchObject(own);
  });
});

test('labels of a study are the user’s word, and change what was measured with it', async () => {
  const photos = [photo('1', 'A/Anna/1.jpg'), photo('2', 'B/Bea/1.jpg', 'Bea')];
  studyStore.setState({ ready: true, ...noStudy, photos, known });
  studyStore.setState({ measured: new Map([['1', labelMeasurement(measured, photos[0] as StudyPhoto, known)]]) });
  const labels = () => studyStore.getState().photos.map(({ person, group }) => [person, group]);
  await setLabels(
    new Map([
      ['1', { person: 'Anna', group: ' X ' }],
      ['2', { group: 'Y' }],
    ]),
  );
  expect(labels()).toEqual([
    ['Anna', 'X'],
    ['Bea', 'Y'],
  ]);
  expect(studyStore.getState().measured.get('1')).toMatchObject({ person: 'Anna', right: true, group: 'X' });
  await setLabels(new Map([['1', { group: null }]]));
  expect(labels()[0]).toEqual(['Anna', null]);
});

test('under the mask a photo stays whose it is, and follows the user’s word', async () => {
  const second = photo('2', 'B/Bea/1.jpg');
  studyStore.setState({ ready: true, ...noStudy, photos: [second], known });
  const open = labelMeasurement(measured, second, known);
  const numbers = { ...measured, label: 'Bea', kept: 0.1, covered: 0.2, heatOnMask: 0 };
  const under = labelMasked(numbers, second, open, known);
  expect(under).toMatchObject({ person: 'Anna', label: 'Bea', right: null });
  studyStore.setState({
    measured: new Map([['2', open]]),
    masked: { mask: [], name: 'eye bar', measured: new Map([['2', under]]), failures: new Map() },
  });
  await setLabels(new Map([['2', { group: 'X' }]]));
  expect(studyStore.getState().masked?.measured.get('2')).toMatchObject({ person: 'Anna', group: 'X', right: null });
  await setLabels(new Map([['2', { person: 'Bea' }]]));
  expect(studyStore.getState().masked?.measured.get('2')).toMatchObject({ person: 'Bea', right: true });
  expect(studyStore.getState().measured.get('2')).toMatchObject({ person: 'Bea', right: false });
});

test('a training is told to be of the persons and groups before, once they are changed', async () => {
  const training: TrainingStudy = {
    ...{ network: 'n', layer: 'l', persons: 2, photos: 4, leftOut: [], heldOut: 'photos', folds: 2, seed: 1 },
    ...{ results: [], changes: [], differences: [], refusals: [], tests: 0, resamples: 200, splits: 200 },
  };
  const photos = [photo('1', '1.jpg')];
  studyStore.setState({ ready: true, ...noStudy, photos, training, trainedPhotos: photos });
  const words = () => {
    const { training: now } = studyStore.getState();
    return now === null ? '' : heldOutSentence(now);
  };
  const since = 'Persons or groups were changed since';
  await setLabels(new Map([['1', { person: null, group: ' ' }]]));
  expect(words()).toBe(heldOutSentence(training));
  expect(words()).not.toContain(since);
  await setLabels(new Map([['1', { group: 'X' }]]));
  expect(words()).toContain(since);
  expect(studyStore.getState().training).toMatchObject(training);
  // Photos that came since were in no training.
  studyStore.setState(({ photos: now }) => ({ photos: [...now, photo('2', '2.jpg')] }));
  await setLabels(new Map([['2', { group: 'X' }]]));
  expect(words()).toContain(since);
  // As they were: the figures are of these again.
  await setLabels(new Map([['1', { group: null }]]));
  expect(words()).toBe(heldOutSentence(training));
});
