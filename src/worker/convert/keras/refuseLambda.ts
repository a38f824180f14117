import { FoveaError } from '../../../shared/errors';
import type { KerasModel } from '../../network/loaders/layersModelSchema';

/** Layers that carry code of their own. A TFOpLambda, in spite of its name, holds an operation's name only. */
const withCode = new Set(['Lambda', 'TFSMLayer']);

/** Nothing in a file is ever executed. @throws FoveaError naming the layer that would need it */
export function refuseLambda({ layers }: Pick<KerasModel, 'layers'>): void {
  const found = layers.find(({ class_name }) => withCode.has(class_name));
  if (found === undefined) return;
  throw new FoveaError(
    `Layer ${found.name ?? String(found.config.name ?? '')} (${found.class_name}) holds code of its own, and code from a file is never run.`,
    'Replace it by a layer of Keras that does the same, or export the model up to the layer before it.',
  );
}
