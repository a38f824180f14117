import type { Explanation } from '../../../shared/explain';
import { resizeMap } from '../../../shared/raster/resizeMap';
import { inScope } from '../../kernels/inScope';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import { inputOf } from '../../network/graph';
import { infer } from '../../network/infer';
import { planToAll } from '../../network/plan';
import { outputsFor } from '../outputsFor';
import type { Model, Question } from '../question';
import { softmax } from '../target/probabilities';
import { sumOfTerms, weightedTerms } from './channels';
import { type LayerShape, layerShape } from './layerShape';
import { rectify } from './rectify';

type OnFraction = (fraction: number) => void;

/**
 * Score-CAM (Wang et al., CVPR Workshops 2020), raw: relu(Σ_c w_c A_c), w = softmax over the channels of the target's
 * value for the input under each channel's activation as a mask. A mask is the activation brought to the input's size
 * (corners aligned) and to 0..1; it multiplies network-input values. No gradient; one forward pass a channel.
 *
 * A constant channel has no shape to mask with: its mask is 0, and all such channels share one pass.
 * @throws FoveaError for a layer without a map or one that the target does not depend on; the signal's reason
 */
export async function scoreCam(
  signal: AbortSignal,
  model: Model,
  question: Question,
  onFraction: OnFraction,
): Promise<Explanation> {
  const { target, layer } = question;
  const shape = layerShape(model.network.graph, layer, target.layer);
  const { activations, output } = await activationsOf(signal, model, question);
  const scores = await maskedScores(signal, model, question, shape, activations, onFraction);
  const filterWeights = softmax(scores);
  return {
    ...rectify(shape, sumOfTerms(shape, weightedTerms(shape, activations, filterWeights))),
    filterWeights,
    score: target.value(output),
    completeness: null,
  };
}

function activationsOf(signal: AbortSignal, { network, weights }: Model, { input, target, layer }: Question) {
  const wanted = [target.layer, layer];
  return inScope(async (own) => {
    const values = own(tensor(input, [1, ...inputOf(network.graph).shape]));
    const pass = own(await infer(signal, planToAll(network.graph, wanted), weights, values, wanted));
    return { activations: await readValues(pass.activation(layer)), output: await readValues(pass.output) };
  });
}

/** The target's value for every channel's mask. */
async function maskedScores(
  signal: AbortSignal,
  model: Model,
  { input, target }: Question,
  shape: LayerShape,
  activations: Float32Array,
  onFraction: OnFraction,
): Promise<Float32Array> {
  const [height, width] = inputOf(model.network.graph).shape;
  const varying = Array.from({ length: shape.channels }, (_, c) => c).filter((c) => varies(activations, c, shape));
  const channelOf = (c: number) =>
    Float32Array.from({ length: shape.height * shape.width }, (_, cell) => activations[cell * shape.channels + c] ?? 0);
  // One more than the varying channels: the empty mask.
  const outputs = await outputsFor(
    signal,
    model,
    target.layer,
    varying.length + 1,
    (index, values) => {
      const channel = varying[index];
      if (channel === undefined) return;
      const mask = resizeMap({ ...shape, values: channelOf(channel) }, width, height, 'corners');
      multiplyByMask(input, mask, values);
    },
    (done) => onFraction(done / (varying.length + 1)),
  );
  const empty = target.value(outputs[varying.length] ?? new Float32Array(0));
  const scores = new Float32Array(shape.channels).fill(empty);
  for (const [i, channel] of varying.entries()) scores[channel] = target.value(outputs[i] ?? new Float32Array(0));
  return scores;
}

function varies(activations: Float32Array, channel: number, { channels }: LayerShape): boolean {
  const first = activations[channel];
  for (let i = channel; i < activations.length; i += channels) if (activations[i] !== first) return true;
  return false;
}

/** to = from × (mask brought to 0..1), pixel by pixel. */
function multiplyByMask(from: Float32Array, mask: Float32Array, to: Float32Array): void {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of mask) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === low) return;
  for (let i = 0; i < to.length; i++) {
    to[i] = (from[i] ?? 0) * (((mask[Math.floor(i / 3)] ?? 0) - low) / (high - low));
  }
}
