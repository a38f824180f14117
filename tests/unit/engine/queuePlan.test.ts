import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRanks, type Plannable, planQueue, type Rank } from '../../../src/page/engine/queuePlan';

interface Item extends Plannable<number> {
  readonly network: number;
}

const rank: fc.Arbitrary<Rank> = fc.record({
  priority: fc.integer({ min: 0, max: 2 }),
  front: fc.integer({ min: 0, max: 3 }),
  job: fc.integer({ min: 0, max: 3 }),
  index: fc.nat(1000),
});

const workers = 6;

/** A queue with some of six workers busy, and which networks (0..2) each worker holds. */
const situation = fc.record({
  items: fc.uniqueArray(
    fc.record({
      rank,
      network: fc.integer({ min: 0, max: 2 }),
      busy: fc.boolean(),
      stopping: fc.boolean(),
      stoppable: fc.boolean(),
    }),
    {
      maxLength: 20,
      selector: (item) => JSON.stringify(item.rank),
    },
  ),
  holds: fc.array(fc.subarray([0, 1, 2]), { minLength: workers, maxLength: workers }),
});

function build({ items, holds }: typeof situation extends fc.Arbitrary<infer T> ? T : never) {
  let next = 0;
  const built: Item[] = items.map(({ rank: itemRank, network, busy, stopping, stoppable }) => {
    const running = busy && next < workers ? { worker: next++, stopping } : null;
    return { rank: itemRank, network, running, stoppable };
  });
  const idle = Array.from({ length: workers - next }, (_, i) => next + i);
  const canServe = (worker: number, item: Item) => holds[worker]?.includes(item.network) === true;
  return { built, idle, canServe, plan: planQueue(built, idle, canServe) };
}

test('an idle worker gets one item that waits and that it can serve; none stays idle beside work for it', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { built, idle, canServe, plan } = build(given);
      const used = plan.assign.map(([, worker]) => worker);
      expect(new Set(used).size).toBe(used.length);
      for (const [item, worker] of plan.assign) {
        expect(idle).toContain(worker);
        expect(item.running).toBeNull();
        expect(canServe(worker, item)).toBe(true);
      }
      const assigned = new Set(plan.assign.map(([item]) => item));
      const waiting = built.filter((item) => item.running === null && !assigned.has(item));
      for (const worker of idle.filter((candidate) => !used.includes(candidate)))
        expect(waiting.some((item) => canServe(worker, item))).toBe(false);
    }),
  );
});

test('nothing waits behind an item that ranks after it and that the same worker serves', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { built, canServe, plan } = build(given);
      const assigned = new Set(plan.assign.map(([item]) => item));
      const waiting = built.filter((item) => item.running === null && !assigned.has(item));
      for (const [item, worker] of plan.assign)
        for (const other of waiting)
          if (canServe(worker, other)) expect(compareRanks(item.rank, other.rank)).toBeLessThan(0);
    }),
  );
});

test('only a running item is stopped, for one that ranks before it, and no more than wait', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const { built, canServe, plan } = build(given);
      const assigned = new Set(plan.assign.map(([item]) => item));
      const waiting = built.filter((item) => item.running === null && !assigned.has(item));
      expect(plan.stop.length).toBeLessThanOrEqual(waiting.length);
      for (const victim of plan.stop) {
        expect(victim.running?.stopping).toBe(false);
        expect(victim.stoppable).toBe(true);
        const worker = victim.running?.worker ?? -1;
        expect(waiting.some((item) => canServe(worker, item) && compareRanks(item.rank, victim.rank) < 0)).toBe(true);
      }
    }),
  );
});

test('the order is: priority, latest click, older job, place in the job', () => {
  const ranks: Rank[] = [
    { priority: 1, front: 0, job: 9, index: 9 },
    { priority: 0, front: 2, job: 2, index: 7 },
    { priority: 0, front: 1, job: 1, index: 8 },
    { priority: 0, front: 0, job: 1, index: 0 },
    { priority: 0, front: 0, job: 1, index: 1 },
    { priority: 0, front: 0, job: 2, index: 0 },
  ];
  expect([...ranks].reverse().sort(compareRanks)).toEqual(ranks);
});
