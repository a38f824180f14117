/** Who waits for which training, with the training itself in the tests' hands. */
import { beforeEach, expect, test, vi } from 'vitest';
import { headFor, isTrained, trainAnew } from '../../../src/page/flows/gallery/headFor';
import { forgetHeads } from '../../../src/page/flows/gallery/trainings';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../../src/shared/explain';
import type { NetworkInfo } from '../../../src/shared/network';

interface Begun {
  readonly signal: AbortSignal;
  /** Ends the training with this head, for the gallery as it is then. */
  readonly resolve: (head: IdentityHead) => void;
}

const at = vi.hoisted(() => ({ begun: [] as Begun[] }));
vi.mock('../../../src/page/flows/gallery/trainHead', () => ({
  trainHead: (signal: AbortSignal) =>
    new Promise((resolve, reject) => {
      const end = (head: IdentityHead) => resolve({ head, people: galleryStore.getState().people, photos: 0 });
      at.begun.push({ signal, resolve: end });
      signal.addEventListener('abort', () => reject(signal.reason));
    }),
}));
vi.mock('../../../src/page/flows/gallery/readyGallery', () => ({ readyGallery: async () => {} }));
vi.mock('../../../src/page/flows/loadNetwork', () => ({ loadNetwork: async () => ({ info, layers: [] }) }));

const info = { id: 'net', hash: 'hash', outputs: { embedding: 'e', classes: [] } } as unknown as NetworkInfo;
const headOf = (name: string) => ({ network: 'net', names: [name] }) as unknown as IdentityHead;
const never = new AbortController().signal;
const nobody = () => {};
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
let people = 0;

/** A gallery that no test before has had. */
function enrol(): void {
  people += 1;
  const person = { id: `${people}`, name: `Person ${people}`, group: null, bundled: false, photos: [] };
  galleryStore.setState({ people: [person] });
}

beforeEach(() => {
  at.begun.length = 0;
  enrol();
});

test('all who want a head for one gallery wait for one training, and get it again without another', async () => {
  const both = Promise.all([headFor(never, 'net', nobody), headFor(never, 'net', nobody)]);
  await settle();
  expect(at.begun).toHaveLength(1);
  expect(isTrained('hash')).toBe(false);
  at.begun[0]?.resolve(headOf('a'));
  expect(await both).toEqual([headOf('a'), headOf('a')]);
  expect(isTrained('hash')).toBe(true);
  expect(await headFor(never, 'net', nobody)).toEqual(headOf('a'));
  expect(at.begun).toHaveLength(1);
});

test('who goes away does not end the training for the others', async () => {
  const controller = new AbortController();
  const gone = headFor(controller.signal, 'net', nobody);
  const stays = headFor(never, 'net', nobody);
  await settle();
  controller.abort(new Error('gone'));
  await expect(gone).rejects.toThrow('gone');
  expect(at.begun[0]?.signal.aborted).toBe(false);
  at.begun[0]?.resolve(headOf('a'));
  expect(await stays).toEqual(headOf('a'));
});

test('a gallery that has changed ends the training; who still waits gets the head for the newer one', async () => {
  const waiting = headFor(never, 'net', nobody);
  await settle();
  enrol();
  const newer = headFor(never, 'net', nobody);
  await settle();
  expect(at.begun[0]?.signal.aborted).toBe(true);
  expect(at.begun).toHaveLength(2);
  at.begun[1]?.resolve(headOf('b'));
  expect(await Promise.all([waiting, newer])).toEqual([headOf('b'), headOf('b')]);
});

test('training anew with masked copies takes the place of the plain head', async () => {
  const plain = headFor(never, 'net', nobody);
  await settle();
  at.begun[0]?.resolve(headOf('plain'));
  await plain;
  const masked = trainAnew(never, info, nobody, 'masked');
  await settle();
  at.begun[1]?.resolve(headOf('masked'));
  await masked;
  expect(await headFor(never, 'net', nobody)).toEqual(headOf('masked'));
});

test('plain and masked training of one network run side by side; the head that was asked for stays', async () => {
  const plain = headFor(never, 'net', nobody);
  const masked = trainAnew(never, info, nobody, 'masked');
  await settle();
  expect(at.begun).toHaveLength(2);
  expect(at.begun.map(({ signal }) => signal.aborted)).toEqual([false, false]);
  at.begun[0]?.resolve(headOf('masked'));
  expect((await masked).head).toEqual(headOf('masked'));
  at.begun[1]?.resolve(headOf('plain'));
  expect(await plain).toEqual(headOf('plain'));
  expect(await headFor(never, 'net', nobody)).toEqual(headOf('masked'));
  expect(at.begun).toHaveLength(2);
});

test('a training that somebody asked for ends when the last one who waits goes away', async () => {
  const plain = headFor(never, 'net', nobody);
  await settle();
  at.begun[0]?.resolve(headOf('plain'));
  await plain;
  const [first, second] = [new AbortController(), new AbortController()];
  const both = [first, second].map(({ signal }) => trainAnew(signal, info, nobody, 'masked'));
  const ends = Promise.allSettled(both);
  await settle();
  expect(at.begun).toHaveLength(2);
  first.abort(new Error('gone'));
  await settle();
  expect(at.begun[1]?.signal.aborted).toBe(false);
  second.abort(new Error('gone, too'));
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(at.begun[1]?.signal.aborted).toBe(true);
  expect(await headFor(never, 'net', nobody)).toEqual(headOf('plain'));
});

test('a head counts for the gallery that it was made of, not for the one at its beginning', async () => {
  const waiting = headFor(never, 'net', nobody);
  await settle();
  const before = galleryStore.getState().people;
  enrol();
  at.begun[0]?.resolve(headOf('later'));
  expect(await waiting).toEqual(headOf('later'));
  expect(isTrained('hash')).toBe(true);
  galleryStore.setState({ people: before });
  expect(isTrained('hash')).toBe(false);
});

test('who waits while everybody is removed gets no head and no error', async () => {
  const waiting = headFor(never, 'net', nobody);
  await settle();
  galleryStore.setState({ people: [] });
  forgetHeads();
  expect(at.begun[0]?.signal.aborted).toBe(true);
  expect(await waiting).toBeNull();
});

test('an empty gallery has no head', async () => {
  galleryStore.setState({ people: [] });
  expect(await headFor(never, 'net', nobody)).toBeNull();
  expect(at.begun).toHaveLength(0);
});

test('who wants a plain head gets one, whatever was asked for last', async () => {
  const masked = trainAnew(never, info, nobody, 'masked');
  await settle();
  at.begun[0]?.resolve(headOf('masked'));
  await masked;
  const plain = headFor(never, 'net', nobody, 'plain');
  await settle();
  expect(at.begun).toHaveLength(2);
  at.begun[1]?.resolve(headOf('plain'));
  expect(await plain).toEqual(headOf('plain'));
  // It is kept beside the one that was asked for.
  expect(await headFor(never, 'net', nobody, 'plain')).toEqual(headOf('plain'));
  expect(await headFor(never, 'net', nobody)).toEqual(headOf('masked'));
  expect(at.begun).toHaveLength(2);
});
