/** What goes into the training, with the networks' work in the tests' hands: the real flows around it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { trainHead } from '../../../src/page/flows/gallery/trainHead';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import type { HeadTraining } from '../../../src/shared/calls/faceCalls';
import { FoveaError } from '../../../src/shared/errors';
import type { Gallery, GalleryPhoto, PhotoEmbeddings } from '../../../src/shared/gallery';
import type { NetworkInfo } from '../../../src/shared/network';
import { checkTraining } from '../../../src/worker/face/identityHead/checkTraining';
import { person } from '../gallery/samples';

const at = vi.hoisted(() => ({ embed: (_: string): unknown => undefined, trained: [] as unknown[] }));
vi.mock('../../../src/page/flows/gallery/embedPhoto', () => ({
  embedPhoto: async (_: AbortSignal, __: string, { id }: GalleryPhoto) => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return at.embed(id) ?? { dimensions: 2, values: Float32Array.of(1, 2, 3, 4) };
  },
}));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: async (_: AbortSignal, __: string, training: unknown) => {
      at.trained.push(training);
      return { network: 'net' };
    },
  }),
}));

const info = {
  id: 'net',
  name: 'Net',
  hash: 'hash',
  outputs: { embedding: 'e', classes: [] },
} as unknown as NetworkInfo;
const never = new AbortController().signal;
const damaged = new FoveaError('The photo is damaged.', 'Save it again.');
const fail = (error: unknown): never => {
  throw error;
};
const train = () => trainHead(never, info, () => {});
const enrol = (...people: Gallery) => galleryStore.setState({ people, removals: [] });
const lastTraining = () => at.trained.at(-1) as HeadTraining;
const messages = () => noticesStore.getState().notices.map(({ message }) => message);

beforeEach(() => {
  at.embed = () => undefined;
  at.trained.length = 0;
  noticesStore.setState({ notices: [] });
  networksStore.setState({ entries: new Map() });
});

test('who is added while the others are embedded is in the head, with embeddings', async () => {
  enrol(person('Ada', ['n-a1']), person('Bo', ['n-b1']));
  at.embed = (id) => {
    if (id === 'n-b1') galleryStore.setState(({ people }) => ({ people: [...people, person('Cy', ['n-c1'])] }));
  };
  const { people } = await train();
  expect(people.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cy']);
  expect(lastTraining().names).toEqual(['Ada', 'Bo', 'Cy']);
  expect(() => checkTraining(lastTraining())).not.toThrow();
});

test('a gallery that changes after its last photo was embedded is not taken for the one of the head', async () => {
  enrol(person('Ada', ['r-a1']), person('Bo', ['r-b1']));
  at.embed = (id) => {
    if (id === 'r-b1') galleryStore.setState(({ people }) => ({ people: people.filter(({ name }) => name !== 'Ada') }));
  };
  const { people } = await train();
  expect(people.map(({ name }) => name)).toEqual(['Bo']);
  expect(lastTraining().names).toEqual(['Bo']);
});

test('photos that cannot be used are left out and told; who has no other is no candidate', async () => {
  enrol(person('Ada', ['u-a1', 'u-a2']), person('Bo', ['u-b1']), person('Cy', ['u-c1']));
  const numberless: PhotoEmbeddings = { dimensions: 2, values: Float32Array.of(1, Number.NaN, 3, 4) };
  at.embed = (id) => (id === 'u-a2' ? fail(damaged) : id === 'u-b1' ? numberless : undefined);
  const { people, photos } = await train();
  expect(people).toHaveLength(3);
  expect(photos).toBe(2);
  expect(lastTraining().names).toEqual(['Ada', 'Cy']);
  expect(() => checkTraining(lastTraining())).not.toThrow();
  expect(messages()).toEqual([
    'Photos that cannot be used are left out of recognition: Ada (1 of 2); Bo, who has no other.',
  ]);
  expect(noticesStore.getState().notices[0]?.remedy).toContain('The photo is damaged.');
  await train();
  expect(messages()).toHaveLength(1);
});

test('where no photo can be used, the reason is told', async () => {
  enrol(person('Ada', ['x-a1']));
  at.embed = () => fail(damaged);
  await expect(train()).rejects.toBe(damaged);
  expect(at.trained).toEqual([]);
});

test('a lost network is no fault of the photos', async () => {
  enrol(person('Ada', ['l-a1']), person('Bo', ['l-b1']));
  const lost = new FoveaError('The network is gone.', 'Load it again.');
  networksStore.setState({ entries: new Map([['net', { loaded: null }]]) as never });
  at.embed = (id) => (id === 'l-b1' ? fail(lost) : undefined);
  await expect(train()).rejects.toBe(lost);
  expect(messages()).toEqual([]);
});
