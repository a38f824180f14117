import { FoveaError } from '../../../shared/errors';
import type { Target } from '../../../shared/explain';
import type { ClassOutput } from '../../../shared/network';
import { sigmoid, softmax } from './probabilities';
import type { ScalarTarget } from './scalarTarget';

type ClassChoice = Extract<Target, { kind: 'class' }>;

/**
 * The logit of one class: one unit of a layer. Behind a sigmoid one unit stands for two labels with the logits −z and
 * z.
 * @param units how many units the layer has
 * @param output what the network says of this layer's probabilities; a softmax over its units if nothing
 * @throws FoveaError for a class that does not exist
 */
export function classTarget(choice: ClassChoice, units: number, output: ClassOutput | undefined): ScalarTarget {
  const { layer, index } = choice;
  const binary = output?.probability === 'sigmoid';
  const classes = binary ? 2 * units : units;
  if (!Number.isInteger(index) || index < 0 || index >= classes) {
    throw new FoveaError(`${layer} has no class ${index}.`, `Choose one from 0 to ${classes - 1}.`);
  }
  const unit = binary ? Math.floor(index / 2) : index;
  const sign = binary && index % 2 === 0 ? -1 : 1;
  const value = (logits: Float32Array) => sign * (logits[unit] ?? 0);
  return {
    layer,
    value,
    gradient: (logits) => Float32Array.from(logits, (_, i) => (i === unit ? sign : 0)),
    probability: (logits) => (binary ? sigmoid(value(logits)) : (softmax(logits)[unit] ?? 0)),
  };
}
