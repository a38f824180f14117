import type { Region } from '../../../../shared/face';
import { capital } from '../../../../shared/people/figures';

/** A region as a column's head: 'elsewhere' is too long for its column. */
export const regionHead = (region: Region): string => (region === 'elsewhere' ? 'Else' : capital(region));
