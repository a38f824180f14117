/** The shown page's flows, on an engine with fake workers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CachedTile } from '../../../src/page/engine/cache/cachedTile';
import { tileCache } from '../../../src/page/engine/cache/tileCache';
import type { Engine } from '../../../src/page/engine/types';
import { anotherSeed } from '../../../src/page/flows/anotherSeed';
import { changeSettings } from '../../../src/page/flows/changeSettings';
import { clearLocalData } from '../../../src/page/flows/clearLocalData';
import { continueFilter } from '../../../src/page/flows/continueFilter';
import { showLayer } from '../../../src/page/flows/showLayer';
import { supersede } from '../../../src/page/flows/shownPage';
import { showPage } from '../../../src/page/flows/showPage';
import { networksStore } from '../../../src/page/state/networks';
import { selectionStore } from '../../../src/page/state/selection';
import { tilesStore } from '../../../src/page/state/tiles';
import type { LoadedNetwork } from '../../../src/shared/network';
import { presetSettings } from '../../../src/shared/presets';
import { FakeFleet } from '../engine/fakeWorkers';
import { networkSpec, testEngine } from '../engine/testEngine';

const at = vi.hoisted(() => ({ engine: null as Engine | null }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => at.engine }));
// The build's own addresses hang on the page's.
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));

const never = new AbortController().signal;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const settings = { ...presetSettings('fovea'), steps: 60 };
const layers = [{ name: 'layer', kind: 'Conv2D', outputShape: [8, 8, 3], parameters: 1, filters: 3 }];
const shown = { network: 'net', layer: 'layer', settings };
let fleet: FakeFleet;
let loaded: LoadedNetwork;

beforeEach(async () => {
  vi.useFakeTimers();
  // Node has no IndexedDB: tiles are kept in memory only, and a page says so.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fleet = new FakeFleet();
  at.engine = testEngine(fleet).engine;
  const loading = at.engine.loadNetwork(never, networkSpec());
  await pass(100);
  loaded = { ...(await loading), layers };
  networksStore.setState({ entries: new Map([['net', { spec: networkSpec(), loaded, progress: null, error: null }]]) });
  selectionStore.setState({ network: 'net', layer: 'layer', filter: null, pageStart: 0, settings });
});
afterEach(async () => {
  vi.restoreAllMocks();
  supersede();
  at.engine?.dispose();
  await tileCache.clear().catch(() => {});
  vi.useRealTimers();
});

const tiles = () => [...tilesStore.getState().tiles.values()];

test('a file that is repeated shows its own steps, though a tile was told to go on beyond them', async () => {
  const showing = showLayer(shown);
  await pass(20_000);
  await showing;
  continueFilter(1, 60);
  await pass(20_000);
  expect(tiles().map(({ step }) => step)).toEqual([60, 120, 60]);
  // Going back to the layer shows what was computed.
  const back = showLayer(shown);
  await pass(100);
  await back;
  expect(tiles().map(({ step, status }) => [step, status])).toEqual([60, 120, 60].map((step) => [step, 'done']));
  const variants = new Map([0, 1, 2].map((filter) => [filter, { seed: settings.seed, steps: 60 }]));
  const repeated = showPage(supersede(), { loaded, layer: 'layer', pageStart: 0, settings, variants });
  await pass(20_000);
  await repeated;
  expect(tiles().map(({ step, steps, status }) => [step, steps, status])).toEqual(
    [60, 60, 60].map((step) => [step, 60, 'done']),
  );
});

test('another seed that is asked for while the device’s store is read stays, and runs once', async () => {
  let answer: (tiles: Map<string, CachedTile>) => void = () => {};
  vi.spyOn(tileCache, 'get').mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const showing = showLayer(shown);
  await pass(100);
  anotherSeed(1);
  await pass(10);
  answer(new Map());
  await pass(20_000);
  await showing;
  expect(tiles().map(({ seed, step, status }) => [seed, step, status])).toEqual([
    [1, 60, 'done'],
    [2, 60, 'done'],
    [1, 60, 'done'],
  ]);
  expect(fleet.slices.filter(({ filter }) => filter === 1).every((slice) => slice.settings.seed === 2)).toBe(true);
});

test('another crop or other colours draw the pictures anew; nothing is computed again', async () => {
  const showing = showLayer(shown);
  await pass(20_000);
  await showing;
  continueFilter(1, 30);
  await pass(20_000);
  const before = tiles();
  const first = fleet.slices.length;
  changeSettings({ ...selectionStore.getState().settings, crop: 20 });
  await pass(20_000);
  const drawn = fleet.slices.slice(first);
  expect(
    drawn.map(({ filter, untilStep, state, settings: { crop } }) => [filter, state?.step, untilStep, crop]),
  ).toEqual([
    [0, 60, 60, 20],
    [1, 90, 90, 20],
    [2, 60, 60, 20],
  ]);
  expect(tiles().map(({ step, status, objectives }) => [step, status, objectives])).toEqual(
    before.map(({ step, status, objectives }) => [step, status, objectives]),
  );
  expect(tiles().every(({ picture }, index) => picture !== before[index]?.picture)).toBe(true);
  // The pictures of the first crop are still there.
  changeSettings({ ...selectionStore.getState().settings, crop: 10 });
  await pass(20_000);
  expect(fleet.slices.length).toBe(first + 3);
});

test('deleting local data pauses the page first, so that nothing is kept again', async () => {
  const put = vi.spyOn(tileCache, 'put');
  const cleared = vi.spyOn(tileCache, 'clear').mockResolvedValue();
  void showLayer(shown);
  await pass(1500);
  const deleting = clearLocalData();
  await pass(1);
  await deleting;
  expect(tilesStore.getState().paused).toBe(true);
  const putBefore = Math.max(...put.mock.invocationCallOrder);
  expect(putBefore).toBeLessThan(cleared.mock.invocationCallOrder[0] ?? 0);
  await pass(5000);
  expect(fleet.running).toEqual([]);
  expect(Math.max(...put.mock.invocationCallOrder)).toBe(putBefore);
});

test('a deletion that fails is told', async () => {
  vi.spyOn(tileCache, 'clear').mockRejectedValue(new Error('blocked'));
  await expect(clearLocalData()).rejects.toThrow('blocked');
});
