/** Several networks brought at once: each has its turn, and names that come meanwhile go to the right one. */
import { beforeEach, expect, test, vi } from 'vitest';
import { Deferred } from '../../../src/page/engine/deferred';
import { addInTurn } from '../../../src/page/flows/networks/addInTurn';
import { takeNetwork } from '../../../src/page/flows/networks/takeNetwork';
import { withPath } from '../../../src/page/intake/filePaths';
import { addingNetworkStore, type ReadNames } from '../../../src/page/state/addingNetwork';
import { benchStore } from '../../../src/page/state/bench';
import { noticesStore } from '../../../src/page/state/notices';

const at = vi.hoisted(() => ({
  given: [] as [string, unknown][],
  added: [] as string[],
}));
vi.mock('../../../src/page/flows/networks/giveNames', () => ({
  giveNames: async (_: AbortSignal, id: string, names: ReadNames) => void at.given.push([id, names]),
}));
vi.mock('../../../src/page/flows/addNetworkFiles', () => ({
  addNetworkFiles: async (signal: AbortSignal, [file]: readonly File[]) => {
    signal.throwIfAborted();
    at.added.push(file?.name ?? '');
    return `id-of-${file?.name}`;
  },
}));

beforeEach(() => {
  at.given.length = 0;
  at.added.length = 0;
  noticesStore.setState({ notices: [] });
  addingNetworkStore.setState({ problems: [] });
  benchStore.setState({ bench: 'networks' });
});

const names: ReadNames = { file: 'names.npy', lines: false, labels: ['a', 'b'] };
const state = () => addingNetworkStore.getState();
/** A network whose files are there once `bring` is told so; a signal that is aborted ends it, as a reader does. */
function job(name: string) {
  const opened = new Deferred<void>();
  const bring = async (signal: AbortSignal) => {
    signal.addEventListener('abort', () => opened.reject(signal.reason));
    await opened.promise;
    return { files: [new File([], name)], options: {} };
  };
  const done = addInTurn({ name, bring, again: () => {} });
  return { done, open: () => opened.resolve(), fail: (error: Error) => opened.reject(error) };
}

test('a second network waits, and neither is lost; names go to the one that is being read', async () => {
  const first = job('first.h5');
  const second = job('second.h5');
  const third = job('third.h5');
  await Promise.resolve();
  expect(state().adding?.name).toBe('first.h5');
  expect(state().waiting.map(({ name }) => name)).toEqual(['second.h5', 'third.h5']);
  state().waiting[1]?.cancel();
  expect(state().waiting.map(({ name }) => name)).toEqual(['second.h5']);
  addingNetworkStore.setState({ names });
  first.open();
  await first.done;
  second.open();
  await second.done;
  await third.done;
  expect(at.added).toEqual(['first.h5', 'second.h5']);
  expect(at.given).toEqual([['id-of-first.h5', names]]);
  expect(state()).toMatchObject({ adding: null, waiting: [], names: null, problems: [] });
});

test('what fails is told beside what comes after it, and names that were meant for it are not passed on', async () => {
  const first = job('first.h5');
  const second = job('second.h5');
  await Promise.resolve();
  addingNetworkStore.setState({ names });
  first.fail(new Error('It is damaged.'));
  await first.done;
  second.open();
  await second.done;
  expect(at.added).toEqual(['second.h5']);
  expect(at.given).toEqual([]);
  expect(state().problems).toMatchObject([{ name: 'first.h5', message: 'It is damaged.' }]);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual([
    'The names in names.npy were meant for first.h5, which was not added.',
  ]);
  // Begun anew: what failed before has been read.
  const fresh = job('fresh.h5');
  expect(state().problems).toEqual([]);
  fresh.open();
  await fresh.done;
});

test('the one that is read is cancelled without a word, and the next has its turn', async () => {
  const first = job('first.h5');
  const second = job('second.h5');
  await Promise.resolve();
  state().adding?.cancel();
  await first.done;
  expect(state().problems).toEqual([]);
  expect(state().adding?.name).toBe('second.h5');
  second.open();
  await second.done;
  expect(at.added).toEqual(['second.h5']);
});

test('what fails while another bench is in view is told there, too', async () => {
  const one = job('one.h5');
  await Promise.resolve();
  benchStore.setState({ bench: 'faces' });
  one.fail(new Error('It is damaged.'));
  await one.done;
  expect(state().problems).toHaveLength(1);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual(['It is damaged.']);
});

test('a folder goes by its own name: one of its files would say nothing of the others', async () => {
  const names = ['notes.json', 'model.json'];
  const inFolder = takeNetwork(names.map((name) => withPath(new File([], name), `net/sub/${name}`)));
  const asFiles = takeNetwork(names.map((name) => new File([], name)));
  expect(state().waiting.map(({ name }) => name)).toEqual(['net', 'notes.json']);
  await Promise.all([inFolder, asFiles]);
});
