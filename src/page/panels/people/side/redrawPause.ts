import type { StudyState } from '../../../state/study';

export const measuredOf = ({ measured }: StudyState): StudyState['measured'] => measured;

/**
 * Milliseconds between two drawings of what goes through all photos while they are measured: each takes some
 * microseconds, so that the page is busy with it a tenth of the time, however many there are.
 */
export const redrawPause = ({ length }: { readonly length: number }): number => 0.05 * length;
