import { beforeEach, expect, test, vi } from 'vitest';
import { applyMaskToAll } from '../../../src/page/flows/masks/applyMaskToAll';
import { paintStroke } from '../../../src/page/flows/masks/editMask';
import { logTable } from '../../../src/page/flows/masks/exportLog';
import { followMask } from '../../../src/page/flows/masks/followMask';
import { forgetMasks } from '../../../src/page/flows/masks/forgetMasks';
import { stopMasked } from '../../../src/page/flows/masks/maskChanged';
import { stopMeasurement, stopMeasurements } from '../../../src/page/flows/masks/maskWork';
import { measureNeeds } from '../../../src/page/flows/masks/measureNeeds';
import { measureOcclusion } from '../../../src/page/flows/masks/measureOcclusion';
import { measureRise } from '../../../src/page/flows/masks/measureRise';
import { otherInput } from '../../../src/page/flows/masks/otherInput';
import { maskToTake, searchHiding } from '../../../src/page/flows/masks/searchHiding';
import { stopMaskWork } from '../../../src/page/flows/masks/stopMaskWork';
import { deviceStore } from '../../../src/page/state/device';
import { facesStore } from '../../../src/page/state/faces';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { maskStore } from '../../../src/page/state/mask';
import { type HidingState, maskResultsStore } from '../../../src/page/state/maskResults';
import { defaultOcclusion, defaultRise } from '../../../src/page/state/maskView';
import { noticesStore } from '../../../src/page/state/notices';
import { csv } from '../../../src/shared/csv';
import type { HidingStep } from '../../../src/shared/mask';
import { person } from '../gallery/samples';
import { type AskedCall, FakeEngine, grey, headOf, recognitionOf, resetStores, showFace, side } from './fakeBench';

const at = vi.hoisted(() => ({ engine: null as unknown }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => at.engine }));
vi.mock('../../../src/page/flows/gallery/headFor', () => ({
  headFor: (_: AbortSignal, network: string) => Promise.resolve(headOf(network)),
}));
vi.mock('../../../src/page/flows/faces/heldPhoto', () => ({ heldPhoto: () => ({ width: 200, height: 200 }) }));
vi.mock('../../../src/page/flows/faces/cropPhoto', () => ({
  cropPhoto: () =>
    Promise.resolve({ input: grey(60), regions: new Uint8Array(side * side), place: { size: [side, side] } }),
}));
vi.mock('../../../src/page/flows/gallery/cropKept', () => ({
  cropKept: (_: AbortSignal, __: string, { id }: { id: string }) =>
    Promise.resolve({ input: grey(id === 'b1' ? 30 : 200), regions: new Uint8Array(side * side) }),
}));

let engine: FakeEngine;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const results = () => maskResultsStore.getState();
const growing = (fraction: number) => ({
  fraction,
  map: { width: 1, height: 1, values: Float32Array.of(fraction), signed: true },
});
const photo = { id: 1, name: 'p', width: 200, height: 200, view: null as unknown as ImageBitmap };

beforeEach(() => {
  stopMeasurements();
  engine = new FakeEngine();
  at.engine = engine;
  resetStores();
  showFace();
  facesStore.setState({ photo: { ...photo, faces: [] } });
});

test.each([
  ['occlude', 'occlusion', () => measureOcclusion(defaultOcclusion)],
  ['rise', 'rise', () => measureRise(defaultRise)],
] as const)(
  '%s: the map grows; a newer one takes its place; a stopped one leaves what it has',
  async (name, kind, run) => {
    const first = run();
    expect([...results().running.keys()]).toEqual([kind]);
    engine.calls(name)[0]?.onEvent(growing(0.25));
    expect(results()[kind]).toMatchObject({ fraction: 0.25, targetLabel: 'Ada' });
    const second = run();
    engine.calls(name)[0]?.onEvent(growing(0.5));
    await first;
    expect(results()[kind]).toMatchObject({ fraction: 0, map: null });
    expect([...results().running.keys()]).toEqual([kind]);
    engine.calls(name)[1]?.onEvent(growing(0.75));
    stopMeasurement(kind);
    await second;
    expect(results()[kind]).toMatchObject({ fraction: 0.75 });
    const third = run();
    engine.calls(name)[2]?.answer(growing(1).map);
    await third;
    expect(results()[kind]).toMatchObject({ fraction: 1, map: { signed: true } });
    expect([results().running.size, noticesStore.getState().notices.length]).toEqual([0, 0]);
  },
);

test('needs gather event by event; an error is a notice', async () => {
  const done = measureNeeds();
  const call = engine.calls('regionNeeds')[0];
  expect(call?.request.regions).toBe(facesStore.getState().crop?.regions);
  const score = { score: 1, probability: 0.5 };
  for (const region of ['eyes', 'nose']) call?.onEvent({ region, fill: 'black', before: score, after: score });
  expect(results().needs?.events.map(({ region }) => region)).toEqual(['eyes', 'nose']);
  // Kept to tell whether the map in view explains the same.
  expect(results().needs?.target).toBe(call?.request.target);
  call?.fail(new Error('lost'));
  await done;
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual(['lost']);
  expect(results().needs?.events).toHaveLength(2);
});

const device = (workers: number) =>
  ({ backend: 'wasm', renderer: 'SIMD', precision: 'f32', kernels: [], workers, helpers: 0 }) as const;

test.each([
  [1, ['rise'], true],
  [2, ['rise'], false],
  [2, ['rise', 'occlusion'], true],
] as const)('a stroke stops what holds all workers: of %i with %j under way (%s)', async (workers, kinds, stops) => {
  deviceStore.setState({ device: device(workers) });
  const start = { rise: () => measureRise(defaultRise), occlusion: () => measureOcclusion(defaultOcclusion) };
  const running = kinds.map((kind) => start[kind]());
  const measuring = [...engine.asked];
  paintStroke(bar);
  expect(measuring.map(({ signal }) => signal.aborted)).toEqual(kinds.map(() => stops));
  expect(results().stopped).toEqual(new Map(stops ? kinds.map((kind) => [kind, 'changed']) : []));
  expect([...results().running.keys()]).toEqual(stops ? [] : kinds);
  // Begun again it is not said to be stopped.
  const again = start.rise();
  expect(results().stopped.has('rise')).toBe(false);
  stopMeasurements();
  await Promise.all([...running, again]);
  expect([results().running.size, results().stopped.size]).toEqual([0, 0]);
  maskStore.setState({ draft: null });
  stopMasked();
  deviceStore.setState({ device: null });
});

const step = (phase: HidingStep['phase'], changed: boolean): HidingStep => ({
  phase,
  hidden: new Uint8Array(side * side).fill(1, 100, 160),
  covered: 0.2,
  answer: { index: 1, probability: 0.6 },
  changed,
  tried: 5,
});
/** Bo where anything is black, Ada elsewhere: pixels of the input decide, as they do for a network. */
const byPixels = ({ request }: AskedCall) => recognitionOf(request.input.rgba.includes(0) ? [1, 5, 0] : [5, 1, 0]);

test('a found mask is applied afresh, and to the other network', async () => {
  engine.byItself = (call) => {
    if (call.name === 'recognise') return byPixels(call);
    call.onEvent(step('patches', false));
    return step('done', true);
  };
  await searchHiding('black');
  const { hiding } = results();
  expect(hiding).toMatchObject({ network: 'a', step: { phase: 'done' }, afresh: { name: 'Bo' }, unchecked: null });
  expect(hiding?.check).toMatchObject({ network: 'b', before: { name: 'Ada' }, after: { name: 'Bo' }, changed: true });
  const [afresh, before, after] = engine.calls('recognise').map(({ request }) => request);
  // The same pixels as the search hid, and no others.
  const hidden = [...step('done', true).hidden].map((value) => (value === 0 ? 100 : 0));
  expect([...afresh.input.rgba].filter((_, i) => i % 4 === 0)).toEqual(hidden);
  expect([before.head.network, after.head.network, before.input.rgba[0]]).toEqual(['b', 'b', 60]);
  expect([...after.input.rgba].filter((_, i) => i % 4 === 0)).toEqual(hidden.map((value) => (value === 0 ? 0 : 60)));
  expect(results().stage).toBeNull();
});

test('a search that is stopped leaves a mask to take where it hides the face, and what was found before', async () => {
  engine.byItself = (call) => (call.name === 'recognise' ? byPixels(call) : step('done', true));
  await searchHiding('black');
  const first = results().hiding;
  engine.byItself = null;
  const second = searchHiding('black');
  await settle();
  const call = engine.calls('hideFace').at(-1);
  call?.onEvent(step('regions', false));
  expect(maskToTake(results().hiding as HidingState)).toEqual([]);
  call?.onEvent(step('shrinking', true));
  stopMaskWork();
  await second;
  expect(results().stopped).toEqual(new Map([['hiding', 'left']]));
  const taken = maskToTake(results().hiding as HidingState);
  expect(taken).toMatchObject([{ shape: { kind: 'cells', cells: step('done', true).hidden }, from: 'search' }]);
  expect(results().foundBefore).toBe(first);
  // A third search, stopped before it has anything, loses neither.
  const third = searchHiding('black');
  stopMeasurement('hiding');
  await third;
  expect([results().hiding?.step, results().foundBefore]).toEqual([null, first]);
  // On another face nothing of it is to be taken.
  const { crop } = facesStore.getState();
  if (crop === null) throw new Error('There is no face.');
  facesStore.setState({ crop: { ...crop, input: grey(50) } });
  expect(first && [first.mask.length, maskToTake(first)]).toEqual([1, []]);
});

test('a mask that afresh leaves the old name is no find', async () => {
  engine.byItself = (call) => (call.name === 'recognise' ? recognitionOf([5, 1, 0]) : step('done', true));
  await searchHiding('black');
  expect(results().hiding).toMatchObject({ before: { name: 'Ada' }, afresh: { name: 'Ada' }, mask: [], check: null });
  expect(engine.calls('recognise')).toHaveLength(1);
});

test('a search that finds nothing claims nothing; without people there is none', async () => {
  engine.byItself = () => step('done', false);
  await searchHiding('mean');
  expect(results().hiding).toMatchObject({ mask: [], afresh: null, check: null });
  expect(engine.calls('recognise')).toEqual([]);
  facesStore.setState({ head: null });
  await searchHiding('mean');
  expect(noticesStore.getState().notices[0]?.remedy).toContain('two people');
});

const bar = { kind: 'rectangle', box: { x: 0, y: 0, width: 1, height: 0.3 } } as const;

test('one mask over all faces and people: rows come one by one, and stop when told', async () => {
  const landmarks = Array.from({ length: 68 }, () => ({ x: 1, y: 1 }));
  const face = { box: { x: 0, y: 0, width: 1, height: 1 }, landmarks, score: 1 };
  facesStore.setState({ photo: { ...photo, faces: [face, face] } });
  galleryStore.setState({ people: [person('Ada', ['a1', 'a2']), person('Bo', ['b1'])] });
  maskStore.setState({ strokes: [{ shape: bar, erase: false, fill: 'black' }] });
  engine.byItself = byPixels;
  await applyMaskToAll();
  expect(
    results().applied?.rows.map(({ who, kind, before, after, changed }) => [
      who,
      kind,
      before.name,
      after.name,
      changed,
    ]),
  ).toEqual(['Face 1', 'Face 2', 'Ada', 'Bo'].map((who, i) => [who, i < 2 ? 'photo' : 'gallery', 'Ada', 'Bo', true]));
  expect(engine.calls('recognise').map(({ request }) => request.input.rgba.at(-4))).toEqual([
    60, 60, 60, 60, 200, 200, 30, 30,
  ]);
  engine.byItself = null;
  const second = applyMaskToAll();
  await settle();
  const calls = engine.calls('recognise').slice(8);
  for (const call of calls) call.answer(byPixels(call));
  await settle();
  expect(results().applied).toMatchObject({ total: 4, rows: [{ who: 'Face 1' }] });
  stopMeasurement('all');
  await second;
  expect(results().applied?.rows).toHaveLength(1);
  expect(engine.asked.at(-1)?.signal.aborted).toBe(true);
});

test.each(['photo', 'network'] as const)(
  'rows of “apply to all” go with another %s, not with another face',
  async (what) => {
    maskStore.setState({ strokes: [{ shape: bar, erase: false, fill: 'black' }] });
    galleryStore.setState({ people: [person('Ada', ['a1'])] });
    engine.byItself = byPixels;
    await applyMaskToAll();
    expect(results().applied).toMatchObject({ photo: 1, network: 'a', rows: [{ who: 'Ada' }] });
    const end = followMask();
    const { crop } = facesStore.getState();
    if (crop === null) throw new Error('There is no face.');
    facesStore.setState({ crop: { ...crop, input: grey(50) } });
    expect(results().applied?.rows).toHaveLength(1);
    if (what === 'photo') facesStore.setState({ photo: { ...photo, id: 2, faces: [] }, crop: null });
    else facesStore.setState({ crop: { ...crop, network: 'b' } });
    expect(results().applied).toBeNull();
    end();
  },
);

test('a measurement that ends with its face says so, and what was told before of another one goes', async () => {
  const end = followMask();
  const running = [measureRise(defaultRise), measureOcclusion(defaultOcclusion)];
  stopMeasurement('rise');
  const { crop } = facesStore.getState();
  if (crop === null) throw new Error('There is no face.');
  facesStore.setState({ crop: { ...crop, input: grey(50) } });
  expect(results().stopped).toEqual(new Map([['occlusion', 'other']]));
  facesStore.setState({ crop: { ...crop, input: grey(60) } });
  expect(results().stopped.size).toBe(0);
  await Promise.all(running);
  end();
});

test('the log as a table: one line an entry, names that look like formulas guarded', () => {
  const entry = {
    id: 3,
    name: 'Eye bar',
    photoId: 1,
    photo: 'p.jpg',
    face: 'Face 2',
    time: Date.UTC(2026, 0, 2),
    network: 'a',
    method: 'grad-cam' as const,
    layer: 'conv',
    covered: 0.25,
    answer: { index: -1, name: null, probability: 0.5, nearest: '=Bo, "B"' },
    firstName: 'Ada',
    logitChange: -1.5,
    firstRank: 2,
    thumbnail: grey(),
    mask: [{ shape: bar, erase: false, fill: 'blur' as const }],
  };
  const lines = csv(logTable([entry])).split('\r\n');
  expect(lines[0]?.split(',')).toHaveLength(16);
  expect(lines[1]).toBe(
    '3,Eye bar,the blurred face,p.jpg,Face 2,2026-01-02T00:00:00.000Z,Network a,grad-cam,conv,0.25,Nobody,"\'=Bo, ""B""",0.5,Ada,-1.5,2',
  );
});

test('what is forgotten is gone: mask, history, log, other face; measurements end', async () => {
  maskStore.setState({ strokes: [{ shape: bar, erase: false, fill: 'black' }] });
  maskResultsStore.setState({
    other: { key: 'person-1', photoId: null, name: 'Ada', photo: person('Ada', ['a1']).photos[0] as never },
  });
  const { signal } = new AbortController();
  const { other } = results();
  const pixels = await otherInput(signal, 'a');
  expect(await otherInput(signal, 'a')).toBe(pixels);
  const measuring = measureNeeds();
  forgetMasks();
  await measuring;
  maskStore.temporal.getState().undo();
  expect(maskStore.getState().strokes).toEqual([]);
  expect(results()).toEqual(maskResultsStore.getInitialState());
  maskResultsStore.setState({ other });
  expect(await otherInput(signal, 'a')).not.toBe(pixels);
  expect(engine.asked.at(-1)?.signal.aborted).toBe(true);
});
