import type { Target } from '../../../shared/explain';
import type { ComparedSubject } from '../../state/explanation';

/** Whether maps of the one are maps of the other: the same pixels, the same answer, the same numbers of the methods. */
export function sameSubject(a: ComparedSubject, b: ComparedSubject): boolean {
  return a.input === b.input && a.settings === b.settings && sameTarget(a.target, b.target);
}

/** Whether two targets are the same scalar of the same network. */
export function sameTarget(a: Target, b: Target): boolean {
  if (a.kind === 'class') return b.kind === 'class' && a.layer === b.layer && a.index === b.index;
  if (a.kind === 'identity') return b.kind === 'identity' && a.head === b.head && a.index === b.index;
  return b.kind === 'similarity' && a.reference === b.reference;
}
