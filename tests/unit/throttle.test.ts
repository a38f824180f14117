import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from '../../src/page/app/throttle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first call acts at once, the last one is never lost, and a hundred in between are few', () => {
  let state = 0;
  const seen: number[] = [];
  const write = throttle(400, () => seen.push(state));
  for (state = 1; state <= 100; state += 1) {
    write();
    vi.advanceTimersByTime(30);
  }
  state = 101;
  write();
  vi.advanceTimersByTime(1000);
  expect(seen[0]).toBe(1);
  expect(seen.at(-1)).toBe(101);
  expect(seen.length).toBeLessThanOrEqual(Math.ceil((101 * 30) / 400) + 1);
  vi.advanceTimersByTime(1000);
  write();
  expect(seen).toHaveLength(new Set(seen).size + 1);
});
