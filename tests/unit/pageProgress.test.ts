import { describe, expect, it } from 'vitest';
import { pageFilters, pageProgress } from '../../src/page/state/pageProgress';
import type { Tile, TileStatus } from '../../src/page/state/tiles';

const tile = (filter: number, status: TileStatus, step: number, steps = 60): [number, Tile] => [
  filter,
  {
    filter,
    status,
    step,
    steps,
    seed: 1,
    objectives: [],
    picture: null,
    version: 0,
    state: null,
    dead: false,
    error: null,
  },
];

const base = { filters: [0, 1, 2, 3], stepsPerTile: 60, startedAt: 1000, stepsAtStart: 0 };

describe('pageProgress', () => {
  it('counts steps, and the rest of the time from their rate', () => {
    const tiles = new Map([tile(0, 'done', 60), tile(1, 'done', 60), tile(2, 'running', 40)]);
    // 160 of 240 steps in 4 s: the other 80 take 2 s.
    expect(pageProgress({ ...base, tiles, now: 5000 })).toEqual({
      finished: 2,
      total: 4,
      fraction: 160 / 240,
      remaining: 2000,
    });
  });

  it('does not take steps from the cache for speed', () => {
    const tiles = new Map([tile(0, 'done', 60), tile(1, 'done', 60), tile(2, 'done', 60)]);
    expect(pageProgress({ ...base, tiles, stepsAtStart: 120, now: 4000 }).remaining).toBe(3000);
  });

  it('expects nothing more of dead and failed tiles', () => {
    const tiles = new Map([tile(0, 'dead', 16), tile(1, 'failed', 3), tile(2, 'done', 60), tile(3, 'done', 60)]);
    expect(pageProgress({ ...base, tiles, now: 2000 })).toMatchObject({ finished: 4, fraction: 1, remaining: 0 });
  });

  it('tells no time before the steps of two tiles, or half of what is to do, are measured', () => {
    const filters = Array.from({ length: 64 }, (_, filter) => filter);
    const remaining = (step: number) =>
      pageProgress({ ...base, filters, tiles: new Map([tile(0, 'done', 60), tile(1, 'running', step)]), now: 2000 })
        .remaining;
    expect(remaining(59)).toBeNull();
    expect(remaining(60)).toBe(((64 - 2) * 60 * 1000) / 120);
    const one = { ...base, filters: [0], now: 2000 };
    expect(pageProgress({ ...one, tiles: new Map([tile(0, 'running', 29)]) }).remaining).toBeNull();
    expect(pageProgress({ ...one, tiles: new Map([tile(0, 'running', 30)]) }).remaining).toBe(1000);
  });

  it('knows no rate before the first step', () => {
    expect(pageProgress({ ...base, tiles: new Map(), now: 9000 })).toMatchObject({ fraction: 0, remaining: null });
  });

  it('is empty for an empty page', () => {
    expect(pageProgress({ ...base, filters: [], tiles: new Map(), now: 9000 })).toMatchObject({
      total: 0,
      fraction: 0,
    });
  });
});

describe('pageFilters', () => {
  it.each([
    [0, 64, 64],
    [64, 100, 36],
    [0, 32, 32],
    [64, 64, 0],
  ])('from %i of %i there are %i', (pageStart, filters, count) => {
    const page = pageFilters(pageStart, filters, 64);
    expect(page).toHaveLength(count);
    if (count > 0) expect([page[0], page.at(-1)]).toEqual([pageStart, pageStart + count - 1]);
  });
});
