import type { Preprocessing } from './network';

/** A channel order as it is written: 'RGB', 'BGR', 'grey'. */
export const orderWord = (order: Preprocessing['order']): string => (order === 'grey' ? order : order.toUpperCase());
