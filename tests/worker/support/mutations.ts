import fc from 'fast-check';

/** A way to spoil bytes; places are shares of the length, so that one mutation fits every file. */
export type Mutation =
  | { readonly kind: 'cut'; readonly to: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'drop'; readonly at: number; readonly count: number }
  | { readonly kind: 'double'; readonly at: number; readonly count: number };

/** Everywhere alike: an unbiased number, since a biased one is nearly always 0. */
const place = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1e6);
const count = fc.integer({ min: 1, max: 64 });
/** Lengths and addresses that readers stumble over: nothing, everything, a sign too many. */
const lengths = fc.constantFrom(
  [0],
  [0xff],
  [0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0x80],
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), to: place }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.integer({ min: 0, max: 7 }) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), at: place, bytes: lengths }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), at: place, count }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('double' as const), at: place, count }) },
);

/** One to four mutations, one after the other. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 4 });

/** @param reach how many of the first bytes are spoilt: where the descriptions are */
export function mutate(
  bytes: Uint8Array<ArrayBuffer>,
  list: readonly Mutation[],
  reach = bytes.length,
): Uint8Array<ArrayBuffer> {
  let spoilt = bytes.slice();
  for (const step of list) {
    const span = Math.min(reach, spoilt.length);
    if (step.kind === 'cut') {
      spoilt = spoilt.slice(0, Math.floor(step.to * spoilt.length));
      continue;
    }
    const at = Math.floor(step.at * span);
    if (step.kind === 'flip') spoilt[at] = (spoilt[at] ?? 0) ^ (1 << step.bit);
    else if (step.kind === 'set') spoilt.set(step.bytes.slice(0, Math.max(0, spoilt.length - at)), at);
    else if (step.kind === 'drop') spoilt = join(spoilt.subarray(0, at), spoilt.subarray(at + step.count));
    else spoilt = join(spoilt.subarray(0, at + step.count), spoilt.subarray(at));
  }
  return spoilt;
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
