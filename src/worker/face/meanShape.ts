import type { Point } from '../../shared/geometry/space';
export const meanShape: readonly Point<'face'>[] = [];
