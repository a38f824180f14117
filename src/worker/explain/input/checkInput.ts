import type { Picture } from '../../../shared/ascent';
import type { InputCheck, NormalisedLayer } from '../../../shared/inputCheck';
import { readValues } from '../../kernels/readValues';
import { tensor } from '../../kernels/tensor';
import { forward } from '../../network/forward';
import type { AffineNode, Node } from '../../network/graph';
import { planTo } from '../../network/plan';
import { inputValues } from '../inputValues';
import type { Model } from '../question';
import { againstTraining } from './againstTraining';
import { channelStatistics, rangeOf } from './channelStatistics';

/**
 * What the network gets of this picture, and how its first batch normalisation answers: moving mean and variance say
 * what that layer's output looked like in training, so a wrong preprocessing shows there.
 * @throws FoveaError when the picture has another size than the network's input; the signal's reason when aborted
 */
export async function checkInput(signal: AbortSignal, model: Model, picture: Picture): Promise<InputCheck> {
  const values = inputValues(model.network, picture);
  const range = rangeOf(values);
  const channels = [0, 1, 2].map((c) => channelStatistics(values, c, 3, range));
  return { channels, range, normalised: await checkNormalised(signal, model, picture, values) };
}

async function checkNormalised(
  signal: AbortSignal,
  model: Model,
  { height, width }: Picture,
  values: Float32Array,
): Promise<NormalisedLayer | null> {
  const nodes = [...model.network.graph.values()];
  const node = nodes.find(hasTrained);
  if (node === undefined) return null;
  const input = tensor(values, [1, height, width, 3]);
  try {
    const pass = await forward(signal, planTo(model.network.graph, node.name), model.weights, input);
    try {
      return againstTraining(node.name, await readValues(pass.output), node.trained);
    } finally {
      pass.dispose();
    }
  } finally {
    input.dispose();
  }
}

const hasTrained = (node: Node): node is AffineNode & Required<Pick<AffineNode, 'trained'>> =>
  node.kind === 'affine' && node.trained !== undefined;
