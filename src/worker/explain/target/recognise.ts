import type { IdentityHead, Recognition, Score } from '../../../shared/explain';
import type { ClassOutput } from '../../../shared/network';
import { inScope } from '../../kernels/inScope';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import { inputOf } from '../../network/graph';
import { infer } from '../../network/infer';
import { planToAll } from '../../network/plan';
import type { Model } from '../question';
import { checkHead } from './checkHead';
import { identityLogits } from './identityTarget';
import { nearestReference } from './nearestReference';
import { sigmoid, softmax } from './probabilities';

/**
 * What the network, and the head if there is one, say of one input: everything from one forward pass.
 * @param input network-input values [height, width, 3]
 * @throws FoveaError if the head belongs to another network; the signal's reason when aborted
 */
export async function recognise(
  signal: AbortSignal,
  model: Model,
  input: Float32Array,
  head: IdentityHead | null,
): Promise<Recognition> {
  const { outputs } = model.network;
  if (head !== null) checkHead(model.network, head);
  const layers = new Set(outputs.classes.map(({ layer }) => layer));
  if (outputs.embedding !== null) layers.add(outputs.embedding);
  if (head !== null) layers.add(head.layer);
  const found = await outputsAt(signal, model, input, [...layers]);
  const at = (layer: string) => found.get(layer) ?? new Float32Array(0);
  return {
    embedding: outputs.embedding === null ? null : at(outputs.embedding),
    outputs: outputs.classes.map((output) => ({ output: output.id, scores: classScores(output, at(output.layer)) })),
    identity: head === null ? null : identify(head, at(head.layer)),
  };
}

async function outputsAt(
  signal: AbortSignal,
  { network, weights }: Model,
  values: Float32Array,
  layers: readonly string[],
): Promise<Map<string, Float32Array<ArrayBuffer>>> {
  const found = new Map<string, Float32Array<ArrayBuffer>>();
  if (layers.length === 0) return found;
  await inScope(async (own) => {
    const input = own(tensor(values, [1, ...inputOf(network.graph).shape]));
    const pass = own(await infer(signal, planToAll(network.graph, layers), weights, input, layers));
    for (const layer of layers) found.set(layer, await readValues(pass.activation(layer)));
  });
  return found;
}

/** One entry a class; behind a sigmoid two labels a unit, with the logits −z and z. */
function classScores({ probability, labels }: ClassOutput, values: Float32Array): Score[] {
  const logits = probability === 'softmax' ? [...values] : [...values].flatMap((z) => [-z, z]);
  const probabilities = probability === 'softmax' ? softmax(logits) : logits.map(sigmoid);
  return toScores(logits, probabilities, labels);
}

function identify(head: IdentityHead, embedding: Float32Array): Recognition['identity'] {
  const logits = identityLogits(head, embedding);
  const nearest = nearestReference(head, embedding);
  return {
    scores: toScores(logits, softmax(logits), head.names),
    nearest,
    unknown: nearest.distance > head.unknownDistance,
  };
}

const toScores = (logits: ArrayLike<number>, probabilities: ArrayLike<number>, labels: readonly string[]): Score[] =>
  Array.from(logits, (logit, index) => ({
    index,
    label: labels[index] ?? `class ${index}`,
    logit,
    probability: probabilities[index] ?? Number.NaN,
  }));
