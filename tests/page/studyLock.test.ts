/** Which tab has the study: several holders in one page, by the browser's own locks and messages. */
import { afterEach, expect, test, vi } from 'vitest';
import { StudyLock } from '../../src/page/engine/people/studyLock';

const locks: StudyLock[] = [];
const opened = (patience = 10_000) => {
  const lock = new StudyLock('study-lock-test', patience);
  locks.push(lock);
  return lock;
};
const never = () => new AbortController().signal;

afterEach(async () => {
  for (const lock of locks.splice(0)) {
    lock.onLost = () => {};
    await lock.release();
  }
  const { held = [], pending = [] } = await navigator.locks.query();
  expect([...held, ...pending].filter(({ name }) => name === 'study-lock-test')).toEqual([]);
});

test('one at a time has it; who waits has it when it is let go, and who gave up waiting does not', async () => {
  const [first, second, third] = [opened(), opened(), opened()];
  expect(await first.tryHold()).toBe(true);
  expect(await first.tryHold()).toBe(true);
  expect(await second.tryHold()).toBe(false);
  const controller = new AbortController();
  const givenUp = third.waitForTurn(controller.signal);
  const turn = second.waitForTurn(never());
  controller.abort();
  expect(await givenUp).toBe(false);
  expect(second.held).toBe(false);
  await first.release();
  expect(await turn).toBe(true);
  expect([first.held, second.held, third.held]).toEqual([false, true, false]);
});

test('what is let go can be had again at once', async () => {
  const lock = opened();
  for (let i = 0; i < 20; i++) {
    expect(await lock.tryHold()).toBe(true);
    void lock.release();
  }
});

test('who takes it over waits until the other has ended its work, and no longer', async () => {
  const [first, second] = [opened(), opened(60_000)];
  await first.tryHold();
  let end = () => {};
  first.onAsked = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  first.onLost = vi.fn();
  const taken = second.takeOver();
  await vi.waitFor(() => expect(first.onAsked).toHaveBeenCalledTimes(1));
  expect([first.held, second.held]).toEqual([true, false]);
  end();
  await taken;
  await vi.waitFor(() => expect(first.onLost).toHaveBeenCalledTimes(1));
  expect([first.held, second.held]).toEqual([false, true]);
  // And back.
  await first.takeOver();
  await vi.waitFor(() => expect(second.held).toBe(false));
  expect(first.held).toBe(true);
});

test('from one that does not answer it is taken after a while', async () => {
  const [first, second] = [opened(), opened(50)];
  await first.tryHold();
  first.onAsked = () => new Promise(() => {});
  first.onLost = vi.fn();
  await second.takeOver();
  expect(second.held).toBe(true);
  await vi.waitFor(() => expect(first.onLost).toHaveBeenCalledTimes(1));
  expect(first.held).toBe(false);
});

test('who holds nothing answers nobody, and nothing is asked where nobody has it', async () => {
  const [first, second] = [opened(), opened(60_000)];
  first.onAsked = vi.fn(() => Promise.resolve());
  await second.takeOver();
  expect(second.held).toBe(true);
  expect(first.onAsked).not.toHaveBeenCalled();
});

test('a browser without locks lets every tab have it', async () => {
  vi.stubGlobal('navigator', { locks: undefined });
  try {
    const [first, second] = [opened(), opened()];
    expect([await first.tryHold(), await second.tryHold()]).toEqual([true, true]);
    await first.release();
    expect([first.held, second.held]).toEqual([false, true]);
  } finally {
    vi.unstubAllGlobals();
  }
});
