import type { FaceMap, GroupMap, PhotoMeasurement } from '../people';

type Mapped = Pick<PhotoMeasurement, 'person' | 'map'>;

/**
 * Mean and spread of maps on the mean face, on their raw scale: each person's photos averaged first, then mean and
 * standard deviation (n − 1) over persons, cell by cell. Null without photos.
 * @param photos all maps of one side
 */
export function averageMaps(photos: readonly Mapped[]): GroupMap | null {
  const [first] = photos;
  if (first === undefined) return null;
  const { side } = first.map;
  const people = [...personMaps(photos, side * side).values()];
  const mean = meanOf(people, side * side);
  const deviation = new Float32Array(side * side);
  for (const values of people.length > 1 ? people : []) {
    for (let i = 0; i < deviation.length; i++) {
      const distance = (values[i] as number) - (mean[i] as number);
      deviation[i] = (deviation[i] as number) + (distance * distance) / (people.length - 1);
    }
  }
  return {
    persons: people.length,
    photos: photos.length,
    mean: { side, values: mean },
    deviation: { side, values: deviation.map(Math.sqrt) },
  };
}

/** The first map minus the second, cell by cell. @throws RangeError when their sides differ */
export function subtractMaps(a: FaceMap, b: FaceMap): FaceMap {
  if (a.side !== b.side) throw new RangeError(`Maps of ${a.side} and ${b.side} cells a side have no difference.`);
  return { side: a.side, values: a.values.map((value, i) => value - (b.values[i] as number)) };
}

function personMaps(photos: readonly Mapped[], cells: number): Map<string, Float64Array> {
  const sums = new Map<string, { readonly sum: Float64Array; photos: number }>();
  for (const { person, map } of photos) {
    const known = sums.get(person) ?? { sum: new Float64Array(cells), photos: 0 };
    for (let i = 0; i < cells; i++) known.sum[i] = (known.sum[i] as number) + (map.values[i] as number);
    known.photos += 1;
    sums.set(person, known);
  }
  return new Map([...sums].map(([person, known]) => [person, known.sum.map((value) => value / known.photos)]));
}

function meanOf(people: readonly Float64Array[], cells: number): Float32Array<ArrayBuffer> {
  const sum = new Float64Array(cells);
  for (const values of people) for (let i = 0; i < cells; i++) sum[i] = (sum[i] as number) + (values[i] as number);
  return Float32Array.from(sum, (value) => value / people.length);
}
