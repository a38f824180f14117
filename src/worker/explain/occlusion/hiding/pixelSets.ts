import { regions } from '../../../../shared/face';

/** A set of pixels: for each pixel of an input 1 or 0. */
export type PixelSet = Uint8Array<ArrayBuffer>;

export const union = (a: Uint8Array, b: Uint8Array): PixelSet =>
  Uint8Array.from(a, (value, i) => (value || b[i] ? 1 : 0));

export const without = (a: Uint8Array, b: Uint8Array): PixelSet => Uint8Array.from(a, (value, i) => (b[i] ? 0 : value));

export function countOf(set: Uint8Array): number {
  let count = 0;
  for (const value of set) if (value) count++;
  return count;
}

const elsewhere = regions.indexOf('elsewhere');

/** The pixels of all regions but elsewhere. @param labels for each pixel, the index of its region */
export const faceOf = (labels: Uint8Array): PixelSet =>
  Uint8Array.from(labels, (label) => (label === elsewhere ? 0 : 1));
