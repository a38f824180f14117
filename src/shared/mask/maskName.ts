import type { Mask, MaskShape } from '../mask';
import type { ReadyMaskId } from './readyMasks';

/** The ready-made masks as they are offered, from the eyes down. */
export const readyTitles: Readonly<Record<ReadyMaskId, string>> = {
  'eye-bar': 'Eye bar',
  glasses: 'Glasses',
  brows: 'Brows',
  nose: 'Nose',
  mouth: 'Mouth',
  'upper-face': 'Upper face',
  'lower-face': 'Lower face',
  'left-half': 'Left half',
  'right-half': 'Right half',
};

const shapeNames: Readonly<Record<MaskShape['kind'], string>> = {
  brush: 'Brush',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  polygon: 'Polygon',
  cells: 'Cells',
};

/** A mask in a few words: 'Eye bar', 'Eye bar and 2 strokes', 'Brush', '4 strokes'. */
export function maskName(mask: Mask, ready: { readonly id: ReadyMaskId; readonly strokes: number } | null): string {
  const painted = mask.length - (ready?.strokes ?? 0);
  const strokes = painted === 1 ? '1 stroke' : `${painted} strokes`;
  if (ready !== null) return painted === 0 ? readyTitles[ready.id] : `${readyTitles[ready.id]} and ${strokes}`;
  const [only] = mask;
  return mask.length === 1 && only !== undefined ? shapeNames[only.shape.kind] : strokes;
}
