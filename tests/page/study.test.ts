/**
 * A study as the People bench makes it, with real photos and networks: measured, broken off, read again, masked, saved.
 */
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engine } from '../../src/page/engine/instance';
import { recordKey } from '../../src/page/engine/people/studyRecords';
import { studyVault } from '../../src/page/engine/people/studyVault';
import { headFor } from '../../src/page/flows/gallery/headFor';
import type { StudySource } from '../../src/page/flows/people/addPhotos';
import { applyGroupsTable } from '../../src/page/flows/people/applyGroupsTable';
import { cancelStudy } from '../../src/page/flows/people/cancelStudy';
import { decodePicture } from '../../src/page/flows/people/decodePicture';
import { zipMasked } from '../../src/page/flows/people/exportMaskedPhotos';
import { meanFace } from '../../src/page/flows/people/meanFace';
import { meanFaces } from '../../src/page/flows/people/meanFaces';
import { measureWithMask } from '../../src/page/flows/people/measureWithMask';
import { readStudy } from '../../src/page/flows/people/readStudy';
import { removeStudy } from '../../src/page/flows/people/removeStudy';
import { gatherReport } from '../../src/page/flows/people/report/gatherReport';
import { resumeStudy } from '../../src/page/flows/people/resumeStudy';
import { setLabels } from '../../src/page/flows/people/setLabels';
import { startStudy } from '../../src/page/flows/people/startStudy';
import { storedFace } from '../../src/page/flows/people/storedFace';
import { forgetSources } from '../../src/page/flows/people/studySources';
import { peopleViewStore } from '../../src/page/state/peopleView';
import { noStudy, studyStore, waitingPhotos } from '../../src/page/state/study';
import { defaultMethodSettings } from '../../src/shared/explain';
import { regions } from '../../src/shared/face';
import type { Mask } from '../../src/shared/mask';
import { readyMask } from '../../src/shared/mask/readyMasks';
import { averageMaps } from '../../src/shared/people/averageMaps';
import { regionHeat } from '../../src/shared/raster/regionHeat';
import { studyPhotos } from '../bench/people/studyPhotos';
import { openFaces } from '../bench/recognition/openFaces';
import { never } from './support/photos';

const network = 'dlib-resnet';
const count = 9;
/** Milliseconds: room for a machine that others work on, too. */
const patience = 240_000;

let sources: readonly StudySource[];
const state = () => studyStore.getState();
const eyeBar: Mask = readyMask({ id: 'eye-bar', grow: 0, dx: 0, dy: 0 }, null).map((shape) => ({
  shape,
  erase: false,
  fill: 'black',
}));

beforeAll(async () => {
  await openFaces(never);
  await headFor(never, network, () => {});
  const broken = new File(['no photo at all'], 'broken.jpg');
  // Every other one: of both groups.
  const photos = (await studyPhotos(never, 2 * count)).filter((_, i) => i % 2 === 0);
  sources = [...photos, { file: broken, group: 'A' }];
}, patience);
afterAll(() => removeStudy());

/** As after a reload: nothing is in memory. */
async function reload(): Promise<void> {
  forgetSources();
  studyStore.setState({ ready: false, ...noStudy });
  await readStudy();
}

test('a study that is broken off goes on after a reload, photo by photo, and lists what fails', {
  timeout: patience,
}, async () => {
  const whole = startStudy(sources, { network, resamples: 200 });
  await expect.poll(() => state().measured.size, { timeout: patience }).toBeGreaterThanOrEqual(2);
  await cancelStudy();
  await whole;
  const before = new Map(state().measured);
  expect(before.size).toBeLessThan(count);
  expect(waitingPhotos(state()).length).toBeGreaterThan(0);

  await reload();
  expect([...state().measured.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [id, one] of before) expect(state().measured.get(id)).toEqual(one);
  expect(state().photos).toHaveLength(count + 1);
  expect(state().missing).toEqual([]);

  await resumeStudy();
  expect(state().work).toBeNull();
  expect(waitingPhotos(state())).toEqual([]);
  for (const [id, one] of before) expect(state().measured.get(id)).toEqual(one);
  const failures = [...state().failures.values()];
  expect(failures.map(({ file }) => file)).toContain('broken.jpg');
  expect(failures.find(({ file }) => file === 'broken.jpg')?.message).toBe(
    'The photo is text, whatever its name says.',
  );
  expect(state().measured.size).toBe(count + 1 - failures.length);
  expect(state().measured.size).toBeGreaterThanOrEqual(count - 1);
  expect(
    state()
      .comparison?.groups.map(({ group }) => group)
      .sort(),
  ).toEqual(['A', 'B']);
});

test('each photo has what the steps of the Faces bench say of its kept face', { timeout: patience }, async () => {
  const head = await headFor(never, network, () => {});
  const settings = state().settings;
  for (const measured of [...state().measured.values()].slice(0, 3)) {
    const face = await storedFace(measured.id);
    if (face === null || settings === null || head === null) throw new Error('Something is missing.');
    const part = await decodePicture(never, new Blob([face.bytes], { type: face.type }));
    const choice = { kind: 'face', landmarks: face.landmarks } as const;
    const place = await engine().run(never, 'place', { network, choice, picture: [part.height, part.width] });
    const crop = { network, place, part, origin: [0, 0], landmarks: face.landmarks } as const;
    const { input, regions: labels } = await engine().run(never, 'crop', crop);
    const { identity } = await engine().run(never, 'recognise', { network, input, head });
    const best = [...(identity?.scores ?? [])].sort((a, b) => b.logit - a.logit)[0];
    expect(measured.label).toBe(best?.label);
    expect(measured.probability).toBeCloseTo(best?.probability ?? Number.NaN, 5);
    expect(measured.right).toBe(measured.label === measured.person);
    const target = { kind: 'identity', head, index: best?.index ?? -1 } as const;
    const { layer, method } = settings;
    const { map } = await engine().run(never, 'explain', {
      ...{ network, input, target, layer, method, settings: defaultMethodSettings },
    });
    for (const { region, share } of regionHeat(map, labels, [input.height, input.width]))
      expect(measured.regions[region]).toBeCloseTo(share, 4);
    // Warped, a map has the values of the map and no others.
    expect(Math.max(...measured.map.values)).toBeLessThanOrEqual(Math.max(...map.values) * 1.0001);
    expect(Math.max(...measured.map.values)).toBeGreaterThan(0.5 * Math.max(...map.values));
    expect(measured.conditions.faceSize).toBeGreaterThan(40);
    expect(state().thumbnails.get(measured.id)?.type).toBe('image/jpeg');
  }
});

test('labels of a table change groups and persons without measuring anew', { timeout: patience }, async () => {
  const [first, second] = [...state().measured.values()];
  if (first === undefined || second === undefined) throw new Error('Two photos are measured.');
  const short = second.file.slice(second.file.lastIndexOf('/') + 1);
  await applyGroupsTable(
    never,
    new File(
      [`file,person,group\n${first.file.toUpperCase()},Somebody else,C\n${short},${second.person},C\nnot-there.jpg,,C`],
      'groups.csv',
    ),
  );
  expect(peopleViewStore.getState().table?.unmatched.map(({ file }) => file)).toEqual(['not-there.jpg']);
  expect(state().measured.get(first.id)).toMatchObject({ group: 'C', person: 'Somebody else', right: null });
  expect(state().measured.get(second.id)).toMatchObject({ group: 'C', person: second.person, right: second.right });
  expect(state().comparison?.groups.find(({ group }) => group === 'C')).toMatchObject({ persons: 2, photos: 2 });
  await reload();
  expect(state().measured.get(first.id)).toMatchObject({ group: 'C', person: 'Somebody else' });
});

describe('with a mask', () => {
  test('every photo is measured again, for the answer that it has without it', { timeout: patience }, async () => {
    await measureWithMask(eyeBar, 'Eye bar');
    const { masked, measured, losses } = state();
    expect([...(masked?.measured.keys() ?? [])].sort()).toEqual([...measured.keys()].sort());
    for (const [id, under] of masked?.measured ?? []) {
      const open = measured.get(id);
      expect(under.covered).toBeGreaterThan(0.05);
      expect(under.covered).toBeLessThan(0.4);
      expect(under.heatOnMask).toBeGreaterThanOrEqual(0);
      if (under.label === open?.label) expect(under.kept).toBeCloseTo(under.probability, 6);
      else expect(under.kept).toBeLessThanOrEqual(under.probability);
    }
    const kept = [...(masked?.measured.values() ?? [])].map((one) => one.kept);
    const open = [...measured.values()].map(({ probability }) => probability);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(kept)).toBeLessThan(mean(open));
    expect(losses?.groups.map(({ group }) => group).sort()).toEqual(['A', 'B', 'C']);
    await reload();
    expect(state().masked?.measured).toEqual(masked?.measured);
  });

  test('the zip holds every aligned face with the mask on it, and an index', { timeout: patience }, async () => {
    const { zip, leftOut } = await zipMasked(never, eyeBar);
    expect(leftOut).toEqual([]);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const names = Object.keys(files).filter((name) => name.endsWith('.jpg'));
    expect(names).toHaveLength(state().measured.size);
    const index = new TextDecoder().decode(files['index.csv']);
    for (const name of names) expect(index).toContain(name);
    const jpeg = new Blob([(files[names[0] ?? ''] ?? new Uint8Array()).slice()], { type: 'image/jpeg' });
    const { width, height, rgba } = await decodePicture(never, jpeg);
    expect([width, height]).toEqual([150, 150]);
    // Between the eyes of an aligned face.
    const pixel = 4 * (Math.round(((0.2 + 0.1) / 1.2) * height) * width + width / 2);
    expect(Math.max(...rgba.subarray(pixel, pixel + 3))).toBeLessThan(24);
  });
});

test('a face that cannot be read is left out of the zip, and listed in it', { timeout: patience }, async () => {
  const [lost] = [...state().measured.values()];
  if (lost === undefined) throw new Error('A photo is measured.');
  const key = recordKey('face', lost.id);
  const face = await studyVault.get(key);
  await studyVault.change([[key, { ...(face as object), bytes: new ArrayBuffer(8) }]]);
  const { zip, leftOut } = await zipMasked(never, eyeBar);
  await studyVault.change([[key, face]]);
  expect(leftOut.map(({ file }) => file)).toEqual([lost.file]);
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(files).filter((name) => name.endsWith('.jpg'))).toHaveLength(state().measured.size - 1);
  expect(new TextDecoder().decode(files['left-out.csv'])).toContain(lost.file);
});

test('the mean face and the mean map of the group are there', async () => {
  const own = [...state().measured.values()].filter(({ group }) => group === 'B');
  const face = await meanFace(
    never,
    own.map(({ id }) => id),
  );
  expect(face?.width).toBe(128);
  const lumas = Array.from({ length: 128 * 128 }, (_, i) => face?.rgba[4 * i] ?? 0);
  expect(Math.max(...lumas) - Math.min(...lumas)).toBeGreaterThan(40);
  const done: number[] = [];
  const faces = await meanFaces(never, (photos) => done.push(photos));
  expect([...faces.keys()].sort()).toEqual(['A', 'B', 'C']);
  expect(faces.get('B')).toEqual(face);
  expect(done.at(-1)).toBe(state().measured.size);
  const map = averageMaps(own);
  expect(map?.persons).toBe(new Set(own.map(({ person }) => person)).size);
  for (const measured of own) for (const region of regions) expect(measured.regions[region]).toBeGreaterThanOrEqual(0);
});

test('a report that is asked for just after photos were regrouped has the groups of now', {
  timeout: patience,
}, async () => {
  const [photo] = state().photos.filter(({ id }) => state().measured.has(id));
  if (photo === undefined) throw new Error('Nothing is measured.');
  const regrouped = setLabels(new Map([[photo.id, { group: 'Moved' }]]));
  const { comparison } = await gatherReport(never, { pictures: 'none', pseudonyms: true });
  expect(comparison?.groups.find(({ group }) => group === 'Moved')).toMatchObject({ persons: 1, photos: 1 });
  await regrouped;
  await setLabels(new Map([[photo.id, { group: photo.group }]]));
});

test('a report has mean faces only with the photos', { timeout: patience }, async () => {
  const titles = async (pictures: 'blurred' | 'included') =>
    (await gatherReport(never, { pictures, pseudonyms: true })).maps.map(({ title }) => title);
  expect(await titles('included')).toContain('Average maps over the mean faces');
  expect((await titles('blurred')).join()).not.toContain('mean faces');
});

test('once it is removed, nothing of it is on this device', async () => {
  await removeStudy();
  await reload();
  expect(state()).toMatchObject({ ready: true, settings: null, photos: [] });
});
