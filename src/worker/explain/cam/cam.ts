import type { CamMethod, Explanation } from '../../../shared/explain';
import type { Model, Question } from '../question';
import { sumOfTerms } from './channels';
import { layerView } from './layerView';
import { camFormulas } from './methods';
import { rectify } from './rectify';

/**
 * A class activation map at the layer's resolution, raw.
 * @throws FoveaError for a layer without a map or one that the target does not depend on; the signal's reason
 */
export async function cam(
  signal: AbortSignal,
  model: Model,
  question: Question,
  method: Exclude<CamMethod, 'score-cam'>,
): Promise<Explanation> {
  const view = await layerView(signal, model, question);
  return { ...rectify(view, sumOfTerms(view, camFormulas[method](view))), score: view.score, completeness: null };
}
