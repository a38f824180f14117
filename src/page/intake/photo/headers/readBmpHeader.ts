import { BrokenFile } from './brokenFile';
import type { ByteSource } from './byteSource';
import type { PhotoHeader } from './photoHeader';

/** Compressions whose rows have a fixed length: none, and the two with bit fields. */
const fixedRows = [0, 3, 6];

/** OS/2's short header has 16-bit sizes; in the others a negative height means top row first. */
async function readInfo(source: ByteSource, headerBytes: number) {
  if (headerBytes === 12) {
    const info = await source.view(18, 8);
    return {
      width: info.getUint16(0, true),
      height: info.getUint16(2, true),
      bits: info.getUint16(6, true),
      coding: 0,
    };
  }
  const info = await source.view(18, 16);
  return {
    width: Math.abs(info.getInt32(0, true)),
    height: Math.abs(info.getInt32(4, true)),
    bits: info.getUint16(10, true),
    coding: info.getUint32(12, true),
  };
}

/**
 * Pixels of known length have to be there; for the others the file says how long it is. Source: Microsoft, Windows GDI.
 */
export async function readBmpHeader(source: ByteSource): Promise<PhotoHeader> {
  const start = await source.view(0, 18);
  const headerBytes = start.getUint32(14, true);
  const pixelsAt = start.getUint32(10, true);
  const { width, height, bits, coding } = await readInfo(source, headerBytes);
  if (pixelsAt < 14 + headerBytes || bits > 32) throw new BrokenFile('damaged');
  const rowBytes = Math.floor((bits * width + 31) / 32) * 4;
  const end = fixedRows.includes(coding) ? pixelsAt + rowBytes * height : start.getUint32(2, true);
  if (end > source.size) throw new BrokenFile('truncated');
  return { width, height, mayBeTransparent: bits === 32 || bits === 16 };
}
