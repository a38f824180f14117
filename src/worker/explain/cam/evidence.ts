import { FoveaError } from '../../../shared/errors';
import type { CamMethod, LayerEvidence } from '../../../shared/explain';
import type { Model, Question } from '../question';
import { weightedTerms } from './channels';
import { type LayerView, layerView } from './layerView';
import { camFormulas } from './methods';

export interface EvidenceMethod {
  readonly method: CamMethod;
  /** Score-CAM's weights [channels], which took it a pass a channel. */
  readonly filterWeights?: Float32Array;
}

/**
 * A layer's activations on this input, and what each channel adds to the method's map of the target there.
 * @throws FoveaError for a layer without a map or one that the target does not depend on, or for Score-CAM without the
 * layer's weights; the signal's reason
 */
export async function evidence(
  signal: AbortSignal,
  model: Model,
  question: Question,
  by: EvidenceMethod,
): Promise<LayerEvidence> {
  const view = await layerView(signal, model, question);
  const { width, height, channels, activations } = view;
  const terms = new Float32Array(termsOf(view, by));
  return { layer: question.layer, method: by.method, width, height, channels, activations, terms };
}

function termsOf(view: LayerView, { method, filterWeights }: EvidenceMethod): Float64Array {
  if (method !== 'score-cam') return camFormulas[method](view);
  if (filterWeights?.length === view.channels) return weightedTerms(view, view.activations, filterWeights);
  throw new FoveaError('There are no weights of this Score-CAM map.', 'Compute the map again.');
}
