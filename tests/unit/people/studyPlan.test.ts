/** What a study is measured by, checked once before the first photo. */
import { expect, test, vi } from 'vitest';
import { chooseHow } from '../../../src/page/flows/people/chooseHow';
import { studyPlan } from '../../../src/page/flows/people/studyPlan';
import { peopleViewStore } from '../../../src/page/state/peopleView';
import { selectionStore } from '../../../src/page/state/selection';

vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ loadNetwork: async () => null }) }));
const at = vi.hoisted(() => ({ which: [] as unknown[] }));
vi.mock('../../../src/page/flows/gallery/headFor', () => ({
  headFor: async (...given: readonly unknown[]) => {
    at.which.push(given[3]);
    return null;
  },
}));
vi.mock('../../../src/page/flows/loadNetwork', () => ({
  loadNetwork: async () => ({
    info: { id: 'net', name: 'Net', hash: 'h', outputs: { embedding: null, classes: ['class'] } },
    layers: [
      { name: 'conv', kind: 'Conv2D', outputShape: [7, 7, 8] },
      { name: 'dense', kind: 'Dense', outputShape: [8] },
    ],
  }),
}));

const settings = { network: 'net', layer: 'conv', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const planOf = (change: Partial<Parameters<typeof studyPlan>[1]>) =>
  studyPlan(new AbortController().signal, { ...settings, ...change }, () => {});

test('a layer that the network has not, or that has no map, is told once', async () => {
  expect((await planOf({})).settings.layer).toBe('conv');
  await expect(planOf({ layer: 'of another network' })).rejects.toThrow('Net has no layer “of another network”');
  await expect(planOf({ layer: 'dense' })).rejects.toThrow('with a map');
  // Methods of pixels look at no layer.
  expect((await planOf({ layer: '', method: 'gradient' })).info.name).toBe('Net');
});

test('a study is measured by the head that no masked copies went into', async () => {
  at.which.length = 0;
  await planOf({});
  expect(at.which).toEqual(['plain']);
});

test('for the next study a layer stays with its network, and goes with another one', () => {
  const wanted = () => peopleViewStore.getState().wanted;
  selectionStore.setState({ network: 'a' });
  chooseHow({ layer: 'of a' });
  chooseHow({ method: 'eigen-cam' });
  expect(wanted()).toEqual({ network: 'a', layer: 'of a', method: 'eigen-cam' });
  // The bench’s network is another one by now: the layer is still one of the network it was chosen for.
  selectionStore.setState({ network: 'b' });
  chooseHow({ seed: 2 });
  expect(wanted()).toMatchObject({ network: 'a', layer: 'of a' });
  chooseHow({ network: 'b' });
  expect(wanted()).toEqual({ network: 'b', method: 'eigen-cam', seed: 2 });
});
