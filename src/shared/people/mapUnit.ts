import type { MethodId } from '../explain';
import { unitOf } from '../unitOf';

/** The unit of the raw maps of a study: those of a person's and of a class's logit are the same. */
export const mapUnit = (method: MethodId): string => unitOf({ method, target: { kind: 'class', layer: '', index: 0 } });
