import type { HeadProgress, HeadTraining } from '../../../shared/calls/faceCalls';
import type { IdentityHead } from '../../../shared/explain';
import { checkTraining } from './checkTraining';
import { minimise } from './minimise';
import { shareWeights } from './shareWeights';
import { softmaxLoss } from './softmaxLoss';
import { type Standardised, standardise } from './standardise';
import { unitRows } from './unitRows';

/** Of the logits: logit_k = scale × (w_k · ê) + b_k. */
const scale = 16;
/** Decay of one person's standardised slopes: see `trainIdentityHead`. */
const decay = 0.002;
const mostSteps = 500;
/** Milliseconds between two progress events. */
const tellEvery = 50;

/**
 * Trains the softmax classifier on unit-length embeddings from scratch: from zero, on all embeddings at once, without
 * randomness. It minimises the mean cross-entropy, in which every person weighs the same however many photos there
 * are of them, plus an L2 decay of the weights.
 *
 * Embeddings of different faces share a large direction (cosines around 0.8 are common), along which nothing is to be
 * learned. So the training sees x = (ê − m) / r, with the gallery's mean m and its root mean squared distance r from
 * it, slopes v_k = scale · r · w_k, and
 *
 *     Σ_i weight_i × cross-entropy_i + decay / (2 · people) × Σ_k |v_k|²
 *
 * As the biases have no decay, taking m off changes nothing but the number of steps; dividing by r, and the decay by
 * the people, makes the decay mean the same for every network and gallery: n enrolled faces that are equally unlike
 * each other get the probability p with 1 − p = decay × (gap of the logits) × ((n − 1) / n)², 0.987 for 20 people.
 *
 * Ends when the gradient's norm promises slopes within 0.001 of the optimum (the loss is strongly convex in them, with
 * modulus decay / people), or after 500 steps. For one person the head is all zero, and the distance alone decides.
 * @throws FoveaError for a gallery that cannot be trained on; the signal's reason when aborted
 */
export async function trainIdentityHead(
  signal: AbortSignal,
  training: HeadTraining,
  tell: (progress: HeadProgress) => void,
): Promise<IdentityHead> {
  const dimensions = checkTraining(training);
  const { network, hash, layer, names, owners, originals, unknownDistance } = training;
  const units = unitRows(training.embeddings, dimensions);
  const weights = shareWeights(owners, names.length);
  const standard = standardise(units, weights, dimensions);
  const problem = {
    points: standard.points,
    owners,
    weights,
    classes: names.length,
    dimensions,
    decay: decay / names.length,
  };
  const tellStep = throttled(tell);
  let loss = 0;
  const objective = async (point: Float64Array, gradient: Float64Array) => {
    const { crossEntropy, value } = await softmaxLoss(signal, problem, point, gradient);
    loss = crossEntropy;
    return value;
  };
  const { point, steps } = await minimise(objective, {
    size: names.length * (dimensions + 1),
    tolerance: 0.001 * problem.decay,
    mostSteps,
    onStep: (step) => tellStep({ step, steps: mostSteps, loss }),
  });
  tell({ step: steps, steps, loss });
  return {
    ...{ network, hash, layer, names, scale, unknownDistance },
    ...unfold(point, standard, names.length),
    references: rowsOf(units, originals, dimensions),
    owners: originals.map((index) => owners[index] as number),
  };
}

/** Back from standardised points to unit-length embeddings: w = v / (scale · r), b = b' − v · m / r. */
function unfold(
  point: Float64Array,
  { mean, radius }: Standardised,
  people: number,
): Pick<IdentityHead, 'weights' | 'bias'> {
  const dimensions = mean.length;
  const slopes = point.subarray(0, people * dimensions);
  const bias = Float32Array.from({ length: people }, (_, person) => {
    const own = slopes.subarray(person * dimensions, (person + 1) * dimensions);
    const shift = own.reduce((sum, slope, d) => sum + slope * (mean[d] as number), 0);
    return (point[slopes.length + person] as number) - shift / radius;
  });
  return { weights: Float32Array.from(slopes, (slope) => slope / (scale * radius)), bias };
}

function rowsOf(rows: Float32Array, indices: readonly number[], dimensions: number): Float32Array<ArrayBuffer> {
  const chosen = new Float32Array(indices.length * dimensions);
  indices.forEach((index, i) => {
    chosen.set(rows.subarray(index * dimensions, (index + 1) * dimensions), i * dimensions);
  });
  return chosen;
}

function throttled(tell: (progress: HeadProgress) => void): (progress: HeadProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < tellEvery) return;
    last = now;
    tell(progress);
  };
}
