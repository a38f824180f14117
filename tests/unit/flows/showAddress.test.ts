/** What an address asks for, on an engine with fake workers. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../src/page/engine/types';
import { recogniseWith } from '../../../src/page/flows/faces/recogniseWith';
import { showAddress } from '../../../src/page/flows/showAddress';
import { supersede } from '../../../src/page/flows/shownPage';
import { benchStore } from '../../../src/page/state/bench';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import { selectionStore } from '../../../src/page/state/selection';
import { tilesStore } from '../../../src/page/state/tiles';
import type { LayerInfo } from '../../../src/shared/network';
import { presetSettings } from '../../../src/shared/presets';
import { FakeFleet } from '../engine/fakeWorkers';
import { networkSpec, testEngine } from '../engine/testEngine';

const at = vi.hoisted(() => ({ engine: null as Engine | null }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => at.engine }));
// What the Faces bench does with a network is not the address's affair, and its weights have addresses of a document.
vi.mock('../../../src/page/flows/faces/recogniseWith', () => ({ recogniseWith: vi.fn(async () => {}) }));

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const settings = { ...presetSettings('fovea'), steps: 5 };
const layer = (name: string, filters: number): LayerInfo => ({
  name,
  kind: 'Conv2D',
  outputShape: [8, 8, filters],
  parameters: 1,
  filters,
});
let fleet: FakeFleet;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  fleet = new FakeFleet({
    layers: { first: [layer('a1', 4), layer('a2', 200)], second: [layer('b1', 4), layer('b2', 4), layer('b3', 4)] },
  });
  at.engine = testEngine(fleet).engine;
  const entries = ['first', 'second'].map((id) => {
    const entry = { spec: networkSpec(id), loaded: null, progress: null, error: null };
    return [id, entry] as const;
  });
  networksStore.setState({ entries: new Map(entries) });
  selectionStore.setState({ network: 'first', layer: null, filter: null, pageStart: 0, settings });
  noticesStore.setState({ notices: [] });
  benchStore.setState({ bench: 'filters', networkChosen: false });
});
afterEach(() => {
  supersede();
  at.engine?.dispose();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function go(hash: string) {
  const going = showAddress(hash);
  await pass(200);
  await going;
  const { network, layer: shown, filter, pageStart } = selectionStore.getState();
  return [network, shown, filter, pageStart];
}

test('network, layer and filter are shown, the filter on its page, though nothing was loaded', async () => {
  expect(await go('#network=first&layer=a2&filter=130')).toEqual(['first', 'a2', 130, 128]);
  expect([...tilesStore.getState().tiles.keys()]).toEqual(Array.from({ length: 64 }, (_, i) => 128 + i));
  expect(noticesStore.getState().notices).toEqual([]);
});

test('another network alone opens at a layer of its own, not at the shown one’s name', async () => {
  await go('#network=first&layer=a2');
  expect(await go('#network=second')).toEqual(['second', 'b3', null, 0]);
  expect(noticesStore.getState().notices).toEqual([]);
  expect([...tilesStore.getState().tiles.values()].every(({ status }) => status !== 'failed')).toBe(true);
});

test('what is not there is told, and something that is there is shown', async () => {
  expect(await go('#network=second&layer=a2&filter=3')).toEqual(['second', 'b3', null, 0]);
  expect(noticesStore.getState().notices.at(-1)?.message).toContain('“a2”');
  expect(await go('#network=nobody')).toEqual(['second', 'b3', null, 0]);
  expect(noticesStore.getState().notices.at(-1)?.message).toContain('“nobody”');
  expect(await go('#network=first&layer=a1&filter=4')).toEqual(['first', 'a1', null, 0]);
});

test('another filter of the shown page is opened, and nothing starts anew', async () => {
  await go('#network=first&layer=a2');
  await pass(20_000);
  const slices = fleet.slices.length;
  expect(await go('#network=first&layer=a2&filter=7')).toEqual(['first', 'a2', 7, 0]);
  expect(fleet.slices.length).toBe(slices);
});

test('a network that cannot be read rejects; the older of two addresses is superseded', async () => {
  const older = expect(showAddress('#network=second')).rejects.toMatchObject({ name: 'SupersededError' });
  expect(await go('#network=first&layer=a1')).toEqual(['first', 'a1', null, 0]);
  await older;
  fleet.behaviour = { ...fleet.behaviour, unreadable: ['second'] };
  const refused = expect(showAddress('#network=second')).rejects.toThrow('bad files');
  await pass(200);
  await refused;
});

test('the Faces bench opens with its own network and lets the grid rest', async () => {
  await go('#layer=a1');
  await showAddress('#bench=faces');
  expect(recogniseWith).toHaveBeenLastCalledWith(expect.any(AbortSignal), 'hse-mobilenet');
  expect(benchStore.getState()).toEqual({ bench: 'faces', networkChosen: false });
  await pass(50);
  expect(tilesStore.getState().running).toBe(false);
});

test('a network that an address names holds for both benches', async () => {
  await go('#network=second&layer=b1');
  await showAddress('#bench=faces');
  expect(recogniseWith).toHaveBeenLastCalledWith(expect.any(AbortSignal), 'second');
  expect(await go('#layer=b2&filter=3')).toEqual(['second', 'b2', 3, 0]);
  expect(benchStore.getState().bench).toBe('filters');
});

test('settings in the address hold on the layer’s own scale, and what makes no sense is told', async () => {
  // The fake network's input is 8 pixels wide, as its maps: a cell is one pixel.
  await go('#network=first&layer=a1&preset=fovea&seed=0&steps=12&blur=0.8&nonsense=1');
  const { settings: shown, cell } = selectionStore.getState();
  expect(shown).toEqual({ ...presetSettings('fovea', cell), seed: 0, steps: 12, blur: 0.8 });
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    expect.stringContaining('nonsense=1'),
  ]);
  // A preset alone is that preset; on another layer it is fitted to it.
  await go('#network=first&layer=a2&page=2&preset=fovea');
  expect(selectionStore.getState()).toMatchObject({ pageStart: 64, settings: presetSettings('fovea', cell) });
  expect(await go('#network=first&layer=a2&filter=999')).toEqual(['first', 'a2', null, 0]);
  expect(noticesStore.getState().notices.at(-1)?.message).toContain('no filter 999');
});
