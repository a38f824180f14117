import type { MethodId } from '../../shared/explain';
import { methods } from '../../shared/methods';

/** A method's name as the field writes it. */
export const methodTitle = (id: MethodId): string => methods.find((method) => method.id === id)?.title ?? id;
