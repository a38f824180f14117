import type { Picture } from '../../../shared/ascent';
import type { InputCheck, NormalisedLayer } from '../../../shared/inputCheck';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import { forward } from '../../network/forward';
import { type AffineNode, inputOf, type Node } from '../../network/graph';
import { planTo } from '../../network/plan';
import { inputValues } from '../inputValues';
import type { Model } from '../question';
import { againstTraining } from './againstTraining';
import { channelStatistics, rangeOf } from './channelStatistics';

/**
 * What the network gets of the first picture, and how its first batch normalisation answers to all of them: moving mean
 * and variance say what that layer's output looked like in training, so a wrong preprocessing shows there.
 * @throws FoveaError when a picture has another size than the network's input; the signal's reason when aborted
 */
export async function checkInput(signal: AbortSignal, model: Model, pictures: readonly Picture[]): Promise<InputCheck> {
  const [first] = pictures;
  if (first === undefined) throw new RangeError('There is at least one picture.');
  const values = inputValues(model.network, first);
  const range = rangeOf(values);
  const different = model.network.preprocessing.order === 'grey' ? [0] : [0, 1, 2];
  const channels = different.map((c) => channelStatistics(values, c, 3, range));
  return { channels, range, normalised: await checkNormalised(signal, model, pictures) };
}

async function checkNormalised(
  signal: AbortSignal,
  model: Model,
  pictures: readonly Picture[],
): Promise<NormalisedLayer | null> {
  const node = [...model.network.graph.values()].find(hasTrained);
  if (node === undefined) return null;
  const outputs: Float32Array[] = [];
  for (const picture of pictures) outputs.push(await outputAt(signal, model, node, picture));
  return againstTraining(node.name, outputs, node.trained);
}

async function outputAt(signal: AbortSignal, model: Model, { name }: Node, picture: Picture): Promise<Float32Array> {
  const { graph } = model.network;
  const input = tensor(inputValues(model.network, picture), [1, ...inputOf(graph).shape]);
  try {
    const pass = await forward(signal, planTo(graph, name), model.weights, input);
    try {
      return await readValues(pass.output);
    } finally {
      pass.dispose();
    }
  } finally {
    input.dispose();
  }
}

const hasTrained = (node: Node): node is AffineNode & Required<Pick<AffineNode, 'trained'>> =>
  node.kind === 'affine' && node.trained !== undefined;
