import type { LayerEvidence } from '../../../shared/explain';
import type { Model, Question } from '../question';
import { gradCamWeights } from './gradCam';
import { layerView } from './layerView';

/**
 * A layer's activations on this input and Grad-CAM's weights of its channels: weight × activation, summed over the channels,
 * is Grad-CAM before its ReLU.
 * @throws FoveaError for a layer without a map or one that the target does not depend on; the signal's reason
 */
export async function evidence(signal: AbortSignal, model: Model, question: Question): Promise<LayerEvidence> {
  const view = await layerView(signal, model, question);
  const { width, height, channels, activations } = view;
  return {
    layer: question.layer,
    width,
    height,
    channels,
    activations,
    weights: new Float32Array(gradCamWeights(view)),
  };
}
