import { methods } from '../../../../shared/methods';
import type { ShownExplanation } from '../../../state/explanation';

/** 'Grad-CAM at conv_pw_13_relu for Person 3'; a method that knows no layer goes without. */
export function shownWords(shown: ShownExplanation): string {
  const { method, layer } = shown;
  const info = methods.find(({ id }) => id === method);
  const place = info?.layered === false ? '' : ` at ${layer}`;
  return `${info?.title ?? method}${place} for ${shown.targetLabel}`;
}
