import { BrokenFile } from './brokenFile';
import { type ByteSource, tagAt } from './byteSource';
import type { PhotoHeader } from './photoHeader';

/** Walks the chunks to the last one, IEND. Source: W3C, Portable Network Graphics, third edition, sections 5 and 11. */
export async function readPngHeader(source: ByteSource): Promise<PhotoHeader> {
  const start = await source.view(8, 8);
  if (tagAt(start, 4) !== 'IHDR' || start.getUint32(0) !== 13) throw new BrokenFile('damaged');
  const header = await source.view(16, 13);
  const colourType = header.getUint8(9);
  let mayBeTransparent = colourType === 4 || colourType === 6;
  let hasPixels = false;
  for (let offset = 8; ; ) {
    const chunk = await source.view(offset, 8);
    const length = chunk.getUint32(0);
    const tag = tagAt(chunk, 4);
    if (length > 0x7fff_ffff) throw new BrokenFile('damaged');
    offset += 12 + length;
    if (offset > source.size) throw new BrokenFile('truncated');
    if (tag === 'tRNS') mayBeTransparent = true;
    if (tag === 'IDAT') hasPixels = true;
    if (tag === 'IEND') break;
  }
  if (!hasPixels) throw new BrokenFile('damaged');
  return { width: header.getUint32(0), height: header.getUint32(4), mayBeTransparent };
}
