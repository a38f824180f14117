/** Which toasts stay on the screen. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followNotices } from '../../../src/page/app/followNotices';
import { type Notice, noticesStore, notify, withdrawNotices } from '../../../src/page/state/notices';

/** Messages of the toasts that are there. */
const screen = new Set<string>();
let raised: string[];
let stop = () => {};

beforeEach(() => {
  noticesStore.setState({ notices: [], withdrawn: null });
  screen.clear();
  raised = [];
  const raise = ({ message }: Notice) => {
    raised.push(message);
    screen.add(message);
    return message;
  };
  stop = followNotices(raise, (toast) => screen.delete(toast));
});
afterEach(() => stop());

const tell = (message: string, about?: string) =>
  notify({ severity: 'error', message, ...(about === undefined ? {} : { about }) });

test('what is withdrawn leaves, with all about it; what is about something else or nothing stays', () => {
  tell('bad column', 'tables');
  tell('no such group', 'tables');
  tell('saved');
  tell('lost', 'device');
  withdrawNotices('tables');
  expect([...screen]).toEqual(['saved', 'lost']);
  // Said again it is shown again.
  tell('bad column', 'tables');
  expect([...screen]).toEqual(['saved', 'lost', 'bad column']);
});

test('a notice that many newer ones push out of the list stays on the screen, until it is withdrawn', () => {
  tell('bad column', 'tables');
  for (let i = 0; i < 30; i++) tell(`notice ${i}`);
  expect(noticesStore.getState().notices.map(({ message }) => message)).not.toContain('bad column');
  expect(screen.has('bad column')).toBe(true);
  withdrawNotices('tables');
  expect(screen.has('bad column')).toBe(false);
  expect(screen.size).toBe(30);
});

test('each is raised once; what was told before is too, and a withdrawal before that takes nothing', () => {
  stop();
  withdrawNotices('tables');
  tell('bad column', 'tables');
  const late: string[] = [];
  const end = followNotices(
    ({ message }) => late.push(message),
    () => late.push('dismissed'),
  );
  tell('saved');
  expect(late).toEqual(['bad column', 'saved']);
  end();
  tell('more');
  expect(late).toHaveLength(2);
  expect(raised).toEqual([]);
});
