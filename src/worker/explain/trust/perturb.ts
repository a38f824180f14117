import type { AttributionMap, PerturbationCurve } from '../../../shared/explain';
import { inputOf } from '../../network/graph';
import { outputsFor } from '../outputsFor';
import type { Model, Question } from '../question';
import { blur } from './blur';
import { pixelRanks } from './pixelRanks';

/** Standard deviation of the blur that insertion starts from, as a share of the input's width. */
const blurShare = 0.05;

export interface PerturbationOptions {
  /** At any resolution; it is resampled to the input's. */
  readonly map: AttributionMap;
  /** Points of each curve, its two ends included; at least 2. */
  readonly steps: number;
  /** Of the random order. */
  readonly seed: number;
}

/**
 * Deletion and insertion (Petsiuk et al., BMVC 2018), in the map's order and in a random one: four curves of the
 * target's probability (cosine for a similarity). Deletion turns the most important pixels into the picture's mean
 * colour: a map that found what counts makes the score fall early. Insertion brings them back into a blurred picture:
 * the score rises early.
 * @throws the signal's reason when aborted
 */
export async function* perturb(
  signal: AbortSignal,
  model: Model,
  { input, target }: Omit<Question, 'layer'>,
  { map, steps, seed }: PerturbationOptions,
): AsyncGenerator<PerturbationCurve, void> {
  const [height, width] = inputOf(model.network.graph).shape;
  const ranks = pixelRanks(map, width, height, seed);
  const last = Math.max(2, Math.round(steps)) - 1;
  const shares = Array.from({ length: last + 1 }, (_, i) => i / last);
  const ends = {
    deletion: { from: input, to: meanColour(input) },
    insertion: { from: blur(input, height, width, blurShare * width), to: input },
  };
  for (const kind of ['deletion', 'insertion'] as const) {
    for (const order of ['map', 'random'] as const) {
      const { from, to } = ends[kind];
      const fill = (point: number, values: Float32Array) => {
        const changed = Math.round((shares[point] ?? 0) * height * width);
        mix(from, to, ranks[order], changed, values);
      };
      const outputs = await outputsFor(signal, model, target.layer, shares.length, fill);
      const scores = outputs.map((output) => target.probability(output));
      yield { kind, order, shares, scores, area: areaUnder(shares, scores) };
    }
  }
}

/** Takes the first `changed` pixels of an order from `to` and the others from `from`. */
function mix(from: Float32Array, to: Float32Array, ranks: Uint32Array, changed: number, into: Float32Array): void {
  for (let pixel = 0; pixel < ranks.length; pixel++) {
    const source = (ranks[pixel] ?? 0) < changed ? to : from;
    into.set(source.subarray(3 * pixel, 3 * pixel + 3), 3 * pixel);
  }
}

/** A picture of the mean colour of this one. */
function meanColour(input: Float32Array): Float32Array {
  const sums = [0, 0, 0];
  for (let i = 0; i < input.length; i++) sums[i % 3] = (sums[i % 3] ?? 0) + (input[i] ?? 0);
  return input.map((_, i) => (3 * (sums[i % 3] ?? 0)) / input.length);
}

/** By the trapezoid rule. */
export const areaUnder = (x: readonly number[], y: readonly number[]): number =>
  x.slice(1).reduce((area, right, i) => area + ((right - (x[i] ?? 0)) * ((y[i] ?? 0) + (y[i + 1] ?? 0))) / 2, 0);
