import { type ByteSource, tagAt } from './byteSource';

/** EXIF's orientations, 1 (as stored) to 8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientationTag = 0x0112;
const shortType = 3;

/**
 * The orientation in a block of EXIF; 1 where it has none, or is not what it should be: a bad tag costs no photo.
 * @param start where the block begins, with or without the six bytes of JPEG before it
 * Source: CIPA DC-008 (Exif 2.32), section 4.6; TIFF 6.0, section 2.
 */
export async function readOrientation(source: ByteSource, start: number, length: number): Promise<Orientation> {
  const view = await source.view(start, Math.min(length, 0x1_0000));
  const base = view.byteLength >= 6 && tagAt(view, 0) === 'Exif' ? 6 : 0;
  if (view.byteLength < base + 8) return 1;
  const order = view.getUint16(base);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const isLittle = order === 0x4949;
  const directory = base + view.getUint32(base + 4, isLittle);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, isLittle);
  for (let i = 0, at = directory + 2; i < entries && at + 12 <= view.byteLength; i += 1, at += 12) {
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 8, isLittle);
    const isValid = view.getUint16(at + 2, isLittle) === shortType && value >= 1 && value <= 8;
    return isValid ? (value as Orientation) : 1;
  }
  return 1;
}
