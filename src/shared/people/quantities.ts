import type { PeopleRow } from '../calls/peopleCalls';
import { type Region, regions } from '../face';
import type { PhotoConditions, Quantity } from '../people';
import { type Bounds, shareBounds } from '../statistics/interval';

export const conditionNames: readonly (keyof PhotoConditions)[] = [
  'faceSize',
  'yaw',
  'roll',
  'brightness',
  'sharpness',
];

/** All that is compared between groups, in the order in which it is told. */
export const allQuantities: readonly Quantity[] = [
  ...regions.map((region): Quantity => ({ kind: 'region', region })),
  { kind: 'recognised' },
  { kind: 'probability' },
  ...conditionNames.map((condition): Quantity => ({ kind: 'condition', condition })),
];

/**
 * What a photo has of a quantity; null where that cannot be told. Yaw and roll count by how far the head is from
 * upright and frontal, whichever way.
 */
export function readQuantity(row: PeopleRow, quantity: Quantity): number | null {
  switch (quantity.kind) {
    case 'region':
      return row.regions[quantity.region];
    case 'recognised':
      // Who is in the gallery by this very photo is found there by definition.
      return row.right === null || row.enrolled === true ? null : Number(row.right);
    case 'probability':
      return row.probability;
    case 'condition': {
      const value = row.conditions[quantity.condition];
      return quantity.condition === 'yaw' || quantity.condition === 'roll' ? Math.abs(value) : value;
    }
  }
}

const positive: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };
/** Of a luma of 0 to 255. */
const lumaBounds: Bounds = { low: 0, high: 255 };

/** What a mean of it cannot leave: sizes, angles by how far they are from upright, and variances are not negative. */
export function boundsOf(quantity: Quantity): Bounds {
  if (quantity.kind !== 'condition') return shareBounds;
  return quantity.condition === 'brightness' ? lumaBounds : positive;
}

/** A record with one entry a region. */
export const perRegion = <Value>(make: (region: Region) => Value): Readonly<Record<Region, Value>> =>
  Object.fromEntries(regions.map((region) => [region, make(region)])) as Record<Region, Value>;
