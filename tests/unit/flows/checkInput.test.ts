/** Which faces a network is tested on: each once. */
import { beforeEach, expect, test, vi } from 'vitest';
import { checkInput } from '../../../src/page/flows/networks/checkInput';
import { facesStore } from '../../../src/page/state/faces';
import { inputCheckStore } from '../../../src/page/state/inputCheck';

const at = vi.hoisted(() => ({ inputs: [] as unknown[], layers: [{ kind: 'BatchNormalization' }], held: false }));
vi.mock('../../../src/page/engine/samples', () => ({
  samplePhotos: [1, 2, 3, 4, 5, 6].map((i) => ({ name: `Sample ${i}`, url: `${i}` })),
}));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: async (_: AbortSignal, __: string, { inputs }: { inputs: unknown[] }) => {
      at.inputs = inputs;
      return {};
    },
  }),
}));
vi.mock('../../../src/page/flows/loadNetwork', () => ({
  loadNetwork: async () => ({ info: { hash: 'h' }, layers: at.layers }),
}));
vi.mock('../../../src/page/flows/networks/sampleFace', () => ({
  sampleFace: async (_: AbortSignal, { name }: { name: string }) => name,
}));
vi.mock('../../../src/page/flows/gallery/cropKept', () => ({
  cropKept: async (_: AbortSignal, __: string, name: string) => ({ input: `the largest of ${name}` }),
}));
vi.mock('../../../src/page/flows/faces/heldPhoto', () => ({ heldPhoto: () => (at.held ? {} : null) }));
vi.mock('../../../src/page/flows/faces/recogniseChoice', () => ({ cropChoice: () => ({}) }));
vi.mock('../../../src/page/flows/faces/cropPhoto', () => ({
  cropPhoto: async () => ({ input: 'the one on the bench' }),
}));

const samples = [1, 2, 3, 4, 5, 6].map((i) => `the largest of Sample ${i}`);
const onBench = (name: string) => {
  at.held = true;
  facesStore.setState({ photo: { name }, choice: {} } as never);
};
beforeEach(() => {
  at.held = false;
  at.layers = [{ kind: 'BatchNormalization' }];
  facesStore.setState({ photo: null, choice: null });
  inputCheckStore.setState({ checked: new Map(), running: null, problem: null });
});

test('without a photo: the six samples, the shown one among them', async () => {
  await checkInput('mine');
  expect(at.inputs).toEqual(samples);
  expect(inputCheckStore.getState().checked.get('mine')?.face).toBe('Sample 1');
});

test('a photo of one’s own, and the six samples beside it', async () => {
  onBench('me.jpg');
  await checkInput('mine');
  expect(at.inputs).toEqual(['the one on the bench', ...samples]);
});

test('a sample on the bench counts once', async () => {
  onBench('Sample 3');
  await checkInput('mine');
  expect(at.inputs).toEqual(['the one on the bench', ...samples.filter((name) => !name.endsWith('3'))]);
});

test('a network that remembers nothing is tested on the shown face alone', async () => {
  at.layers = [];
  onBench('me.jpg');
  await checkInput('mine');
  expect(at.inputs).toEqual(['the one on the bench']);
});
