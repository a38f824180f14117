import type { MethodId, Target } from './explain';

const perTarget: readonly MethodId[] = [
  'grad-cam',
  'hires-cam',
  'layer-cam',
  'x-grad-cam',
  'eigen-grad-cam',
  'integrated-gradients',
];
const activations: readonly MethodId[] = ['eigen-cam', 'score-cam'];
const slopes: readonly MethodId[] = ['gradient', 'smooth-grad'];

/**
 * The unit of a raw map's values: gradient × activation has the target's own, a mean of activations theirs, a gradient
 * the target's per unit of the network's input. The other methods' values have none that means something.
 */
export function unitOf({ method, target }: { readonly method: MethodId; readonly target: Target }): string {
  const unit = target.kind === 'similarity' ? 'cosine' : 'logits';
  if (perTarget.includes(method)) return unit;
  if (activations.includes(method)) return 'activation';
  return slopes.includes(method) ? `${unit} per input unit` : 'without unit';
}
