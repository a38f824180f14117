/** Who waits for which training, with the training itself in the tests' hands. */
import { beforeEach, expect, test, vi } from 'vitest';
import { headFor, isTrained, trainAnew } from '../../../src/page/flows/gallery/headFor';
import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../../src/shared/explain';
import type { NetworkInfo } from '../../../src/shared/network';

interface Begun {
  readonly signal: AbortSignal;
  readonly resolve: (head: IdentityHead) => void;
}

const at = vi.hoisted(() => ({ begun: [] as Begun[] }));
vi.mock('../../../src/page/flows/gallery/trainHead', () => ({
  trainHead: (signal: AbortSignal) =>
    new Promise((resolve, reject) => {
      at.begun.push({ signal, resolve });
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

test('an empty gallery has no head', async () => {
  galleryStore.setState({ people: [] });
  expect(await headFor(never, 'net', nobody)).toBeNull();
  expect(at.begun).toHaveLength(0);
});
