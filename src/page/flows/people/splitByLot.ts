import { createRandom } from '../../../shared/random';

/** Splits items into two halves by lot: the same seed and number give the same halves. */
export function splitByLot<Item>(items: readonly Item[], seed: number): readonly (readonly [Item, 'A' | 'B'])[] {
  const random = createRandom(seed);
  const order = items.map((_, i) => ({ i, lot: random() })).sort((a, b) => a.lot - b.lot);
  const first = new Set(order.slice(0, Math.ceil(items.length / 2)).map(({ i }) => i));
  return items.map((item, i) => [item, first.has(i) ? 'A' : 'B'] as const);
}
