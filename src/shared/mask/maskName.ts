import type { Mask, MaskOrigin, MaskShape } from '../mask';
import type { ReadyMaskId } from './readyMaskIds';

/** The ready-made masks as they are offered, from the eyes down. */
export const readyTitles: Readonly<Record<ReadyMaskId, string>> = {
  'eye-bar': 'Eye bar',
  glasses: 'Glasses',
  brows: 'Brows',
  nose: 'Nose',
  mouth: 'Mouth',
  'upper-face': 'Upper face',
  'lower-face': 'Lower face',
  // The picture's left is the person's right.
  'left-half': 'Picture’s left half',
  'right-half': 'Picture’s right half',
};

const originNames: Readonly<Record<MaskOrigin, string>> = {
  ...readyTitles,
  file: 'Opened mask',
  search: 'Found mask',
};

const shapeNames: Readonly<Record<MaskShape['kind'], string>> = {
  brush: 'Brush',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  polygon: 'Polygon',
  cells: 'Cells',
};

/** A mask in a few words: 'Eye bar', 'Eye bar and Glasses', 'Eye bar, 2 strokes and 1 erased', 'Brush', '4 strokes'. */
export function maskName(mask: Mask): string {
  const origins = new Set(mask.flatMap(({ from }) => from ?? []));
  const byHand = mask.filter(({ from }) => from === undefined);
  const painted = byHand.filter(({ erase }) => !erase);
  const erased = byHand.length - painted.length;
  const [only] = painted;
  const names = [...origins].map((origin) => originNames[origin]);
  if (painted.length === 1 && names.length === 0 && only !== undefined) names.push(shapeNames[only.shape.kind]);
  else if (painted.length > 0) names.push(painted.length === 1 ? '1 stroke' : `${painted.length} strokes`);
  if (erased > 0) names.push(`${erased} erased`);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
