import { expect, test } from 'vitest';
import type { HeadProgress, HeadTraining } from '../../../src/shared/calls/faceCalls';
import type { IdentityHead } from '../../../src/shared/explain';
import { createRandom, normal } from '../../../src/shared/random';
import { trainIdentityHead } from '../../../src/worker/face/identityHead/trainIdentityHead';
import { newtonHead } from './newtonHead';

const never = new AbortController().signal;
const silent = () => {};

interface Crowd {
  readonly photos: readonly number[];
  readonly dimensions: number;
  /** Length of what is common to all faces, of what is a person's own, and of what is a photo's own. */
  readonly common: number;
  readonly own: number;
  readonly noise: number;
  readonly seed: number;
}

/** People around directions of their own, next to a large common one, as embeddings of faces lie. */
function crowd({ photos, dimensions, common, own, noise, seed }: Crowd): HeadTraining {
  const random = createRandom(seed);
  const direction = (length: number) =>
    Array.from({ length: dimensions }, () => (length * normal(random)) / Math.sqrt(dimensions));
  const shared = direction(common);
  const people = photos.map(() => direction(own));
  const owners = photos.flatMap((count, person) => Array.from({ length: count }, () => person));
  const rows = owners.map((owner) => {
    const blur = direction(noise);
    return shared.map((x, d) => 3 * (x + (people[owner]?.[d] ?? 0) + (blur[d] ?? 0)));
  });
  return {
    ...{ network: 'net', hash: 'abc', layer: 'embedding', unknownDistance: 0.2 },
    names: photos.map((_, person) => `Person ${person}`),
    embeddings: Float32Array.from(rows.flat()),
    owners,
    originals: owners.map((_, row) => row),
  };
}

/** Probabilities of a head for one embedding, by its definition. */
function ask({ weights, bias, scale, names }: IdentityHead, embedding: Float32Array): number[] {
  const length = Math.hypot(...embedding);
  const logits = names.map((_, k) =>
    embedding.reduce(
      (sum, x, d) => sum + scale * (weights[k * embedding.length + d] ?? 0) * (x / length),
      bias[k] ?? 0,
    ),
  );
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const rowOf = ({ embeddings, owners }: HeadTraining, row: number) => {
  const dimensions = embeddings.length / owners.length;
  return embeddings.subarray(row * dimensions, (row + 1) * dimensions);
};

const mixed = { photos: [2, 3, 2, 4], dimensions: 6, common: 2, own: 1, noise: 0.5, seed: 1 };

test.each([1, 2, 3])('the head is the one that Newton’s method finds on the same loss (seed %i)', async (seed) => {
  const training = crowd({ ...mixed, seed });
  const head = await trainIdentityHead(never, training, silent);
  const expected = newtonHead(training, 0.002);
  const least = Math.min(...expected.bias);
  expect(head.scale).toBe(16);
  head.weights.forEach((weight, i) => {
    expect(weight).toBeCloseTo(expected.weights[i] ?? Number.NaN, 4);
  });
  // Only differences of the biases mean something.
  const shift = Math.min(...head.bias) - least;
  head.bias.forEach((bias, i) => {
    expect(Math.abs(bias - shift - (expected.bias[i] ?? Number.NaN))).toBeLessThan(1e-3);
  });
  training.owners.forEach((_, row) => {
    const expectedShares = ask({ ...head, ...expected }, rowOf(training, row));
    ask(head, rowOf(training, row)).forEach((share, k) => {
      expect(Math.abs(share - (expectedShares[k] ?? Number.NaN))).toBeLessThan(1e-4);
    });
  });
});

test('people that are equally unlike get the probability that the docstring promises', async () => {
  // Twenty people on the axes of their own, one photo each, a common direction on top: a regular simplex.
  const people = 20;
  const rows = Array.from({ length: people }, (_, k) =>
    Array.from({ length: people + 1 }, (_, d) => (d === people ? 2 : d === k ? 1 : 0)),
  );
  const training: HeadTraining = {
    ...{ network: 'net', hash: 'abc', layer: 'embedding', unknownDistance: 0.2 },
    names: rows.map((_, k) => `Person ${k}`),
    embeddings: Float32Array.from(rows.flat()),
    owners: rows.map((_, k) => k),
    originals: rows.map((_, k) => k),
  };
  const head = await trainIdentityHead(never, training, silent);
  const shares = rows.map((row, k) => ask(head, Float32Array.from(row))[k] ?? Number.NaN);
  // 1 − p = decay × gap × (19 / 20)², with gap = ln(p / ((1 − p) / 19)): solved by bisection.
  let [low, high] = [0.5, 1];
  for (let i = 0; i < 60; i++) {
    const p = (low + high) / 2;
    if (1 - p > 0.002 * Math.log((p * (people - 1)) / (1 - p)) * (1 - 1 / people) ** 2) low = p;
    else high = p;
  }
  expect(low).toBeCloseTo(0.987, 3);
  for (const share of shares) expect(share).toBeCloseTo(low, 5);
});

test('photos that were not enrolled are named, with one photo a person and a common direction as large as faces have', async () => {
  const all = crowd({
    photos: Array.from({ length: 15 }, () => 3),
    dimensions: 128,
    common: 2,
    own: 1,
    noise: 0.3,
    seed: 9,
  });
  const first = all.owners.map((_, row) => row).filter((row) => row % 3 === 0);
  const training = {
    ...all,
    embeddings: Float32Array.from(first.flatMap((row) => [...rowOf(all, row)])),
    owners: first.map((row) => all.owners[row] ?? Number.NaN),
    originals: first.map((_, index) => index),
  };
  const head = await trainIdentityHead(never, training, silent);
  all.owners.forEach((owner, row) => {
    if (row % 3 !== 0) expect(ask(head, rowOf(all, row))[owner]).toBeGreaterThan(0.7);
  });
});

test('a person with many photos has no head start', async () => {
  // Two people; one has 1 photo, the other 40 alike. A face halfway between belongs to neither.
  const unit = (angle: number) => [Math.cos(angle), Math.sin(angle), 2];
  const rows = [unit(0), ...Array.from({ length: 40 }, () => unit(1))];
  const training = {
    ...{ network: 'net', hash: 'abc', layer: 'embedding', unknownDistance: 0.2, names: ['Few', 'Many'] },
    embeddings: Float32Array.from(rows.flat()),
    owners: rows.map((_, row) => (row === 0 ? 0 : 1)),
    originals: [0, 1],
  };
  const head = await trainIdentityHead(never, training, silent);
  expect(ask(head, Float32Array.from(unit(0.5)))[0]).toBeCloseTo(0.5, 3);
  expect(ask(head, Float32Array.from(unit(0)))[0]).toBeCloseTo(ask(head, Float32Array.from(unit(1)))[1] ?? 0, 3);
});

test('the same gallery gives the same head to the last bit, and progress ends at its last step', async () => {
  const training = crowd({ ...mixed, photos: [5, 1, 9], dimensions: 40 });
  const events: HeadProgress[] = [];
  const head = await trainIdentityHead(never, training, (event) => events.push(event));
  expect(await trainIdentityHead(never, training, silent)).toEqual(head);
  const last = events.at(-1);
  expect(last?.step).toBe(last?.steps);
  expect(last?.loss).toBeLessThan(Math.log(3) / 4);
  expect(last?.step).toBeLessThan(200);
});

test('references are the originals, at unit length, with their owners', async () => {
  const training = { ...crowd(mixed), originals: [0, 3, 6, 10] };
  const head = await trainIdentityHead(never, training, silent);
  expect(head.owners).toEqual([0, 1, 2, 3]);
  training.originals.forEach((row, index) => {
    const own = rowOf(training, row);
    const length = Math.hypot(...own);
    own.forEach((x, d) => {
      expect(head.references[index * 6 + d]).toBeCloseTo(x / length, 6);
    });
  });
});

test('one person alone is certain, and so are twins a draw', async () => {
  const alone = await trainIdentityHead(never, crowd({ ...mixed, photos: [1] }), silent);
  expect([...alone.weights, ...alone.bias].every((value) => value === 0)).toBe(true);
  const one = crowd({ ...mixed, photos: [1] });
  const twins = {
    ...one,
    names: ['A', 'B'],
    embeddings: Float32Array.from([...one.embeddings, ...one.embeddings]),
    owners: [0, 1],
    originals: [0, 1],
  };
  const head = await trainIdentityHead(never, twins, silent);
  expect(ask(head, one.embeddings)).toEqual([0.5, 0.5]);
});

test('a training that is aborted ends with the signal’s reason and says no more', async () => {
  const training = crowd({ ...mixed, photos: Array.from({ length: 10 }, () => 20), dimensions: 128 });
  const controller = new AbortController();
  const reason = new Error('enough');
  const events: HeadProgress[] = [];
  const tell = (event: HeadProgress) => {
    events.push(event);
    controller.abort(reason);
  };
  await expect(trainIdentityHead(controller.signal, training, tell)).rejects.toBe(reason);
  expect(events).toHaveLength(1);
  expect(events[0]?.step).toBe(1);
});

test.each([
  ['nobody', { names: [], embeddings: new Float32Array(0), owners: [], originals: [] }, 'empty'],
  ['somebody without a photo', { names: ['A', 'B', 'C', 'D', 'E'] }, 'E has no photo'],
  ['an owner that is nobody', { owners: [0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 7] }, 'nobody'],
  ['half an embedding', { embeddings: new Float32Array(65) }, 'gaps'],
  ['a value that is no number', { embeddings: new Float32Array(66).fill(Number.NaN) }, 'no numbers'],
])('a gallery with %s is refused', async (_, change, words) => {
  const broken = { ...crowd(mixed), ...change };
  await expect(trainIdentityHead(never, broken, silent)).rejects.toMatchObject({
    name: 'FoveaError',
    message: expect.stringContaining(words),
    remedy: expect.any(String),
  });
});
