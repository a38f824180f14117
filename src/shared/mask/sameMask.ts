import type { Mask, MaskStroke } from '../mask';

/**
 * Whether two masks hide the same with the same fills, stroke by stroke. Cells are the same only if they are one
 * object.
 */
export const sameMask = (a: Mask, b: Mask): boolean =>
  a === b || (a.length === b.length && a.every((stroke, i) => sameStroke(stroke, b[i] as MaskStroke)));

function sameStroke(a: MaskStroke, b: MaskStroke): boolean {
  if (a === b) return true;
  if (a.erase !== b.erase || a.fill !== b.fill) return false;
  if (a.shape.kind === 'cells' || b.shape.kind === 'cells') return a.shape === b.shape;
  return JSON.stringify(a.shape) === JSON.stringify(b.shape);
}
