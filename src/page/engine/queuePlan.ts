/** Where an item stands in the queue. */
export interface Rank {
  /** The job's priority: higher is served first. */
  readonly priority: number;
  /** 0, or a growing number from the last "to the front": the newest is served first. */
  readonly front: number;
  /** The job's number: an older job is served first. */
  readonly job: number;
  /** Place of the filter in the job. */
  readonly index: number;
}

/** Negative when `a` is served before `b`. */
export function compareRanks(a: Rank, b: Rank): number {
  return b.priority - a.priority || b.front - a.front || a.job - b.job || a.index - b.index;
}

/** An item of the queue: waiting, or running in a worker, which may be about to stop. */
export interface Plannable<Worker> {
  readonly rank: Rank;
  /** False: once it runs, it runs to its end. */
  readonly stoppable: boolean;
  readonly running: { readonly worker: Worker; readonly stopping: boolean } | null;
}

export interface Plan<Item, Worker> {
  readonly assign: readonly (readonly [Item, Worker])[];
  /** Running items to stop, because one that is wanted sooner waits. */
  readonly stop: readonly Item[];
}

/**
 * Who works on what next: idle workers get the first waiting items that they can serve; where a waiting item ranks
 * before a running one and no worker is about to become free for it, the last-ranked running item has to stop.
 */
export function planQueue<Worker, Item extends Plannable<Worker>>(
  items: readonly Item[],
  idle: readonly Worker[],
  canServe: (worker: Worker, item: Item) => boolean,
): Plan<Item, Worker> {
  const ranked = [...items].sort((a, b) => compareRanks(a.rank, b.rank));
  const free = new Set(idle);
  const assign: [Item, Worker][] = [];
  const left: Item[] = [];
  for (const item of ranked) {
    if (item.running !== null) continue;
    const worker = [...free].find((candidate) => canServe(candidate, item));
    if (worker === undefined) left.push(item);
    else {
      free.delete(worker);
      assign.push([item, worker]);
    }
  }
  return { assign, stop: findStops(ranked, left, canServe) };
}

function findStops<Worker, Item extends Plannable<Worker>>(
  ranked: readonly Item[],
  waiting: readonly Item[],
  canServe: (worker: Worker, item: Item) => boolean,
): Item[] {
  const stop: Item[] = [];
  const running = ranked.filter((item) => item.running !== null).reverse();
  const freeSoon = running.filter((item) => item.running?.stopping === true);
  const victims = running.filter((item) => item.stoppable && item.running?.stopping === false);
  for (const item of waiting) {
    const serves = (other: Item) => other.running !== null && canServe(other.running.worker, item);
    const soon = freeSoon.findIndex(serves);
    if (soon >= 0) {
      freeSoon.splice(soon, 1);
      continue;
    }
    const victim = victims.findIndex((other) => serves(other) && compareRanks(item.rank, other.rank) < 0);
    if (victim >= 0) stop.push(...victims.splice(victim, 1));
  }
  return stop;
}
