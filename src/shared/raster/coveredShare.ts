import { regions } from '../face';

/**
 * Share of the face's pixels that are hidden, 0..1. The face is every region but elsewhere; where there is none (no
 * landmarks), it is the whole input.
 * @param hidden for each pixel 0 where it is open
 * @param labels for each pixel the index of its region
 */
export function coveredShare(hidden: Uint8Array, labels: Uint8Array): number {
  const elsewhere = regions.indexOf('elsewhere');
  const hasFace = labels.some((label) => label !== elsewhere);
  let face = 0;
  let covered = 0;
  for (let i = 0; i < hidden.length; i++) {
    if (hasFace && labels[i] === elsewhere) continue;
    face += 1;
    if (hidden[i] !== 0) covered += 1;
  }
  return face === 0 ? 0 : covered / face;
}
