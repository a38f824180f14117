import { BrokenFile } from './brokenFile';
import type { ByteSource } from './byteSource';
import type { PhotoHeader } from './photoHeader';

const extension = 0x21;
const graphicControl = 0xf9;
const image = 0x2c;

/** Bytes of a colour table, from the packed field of a screen or an image. */
const tableBytes = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));

/** Where the sub-blocks that begin at `offset` end. */
async function skipSubBlocks(source: ByteSource, offset: number): Promise<number> {
  for (let at = offset; ; ) {
    const length = (await source.view(at, 1)).getUint8(0);
    at += 1 + length;
    if (length === 0) return at;
  }
}

/**
 * Walks the blocks to the end of the first frame, the only one that is used: what comes after it may be missing.
 * Source: CompuServe, Graphics Interchange Format, version 89a.
 */
export async function readGifHeader(source: ByteSource): Promise<PhotoHeader> {
  const screen = await source.view(6, 7);
  const [screenWidth, screenHeight] = [screen.getUint16(0, true), screen.getUint16(2, true)];
  let isTransparent = false;
  for (let offset = 13 + tableBytes(screen.getUint8(4)); ; ) {
    const block = await source.view(offset, 2);
    if (block.getUint8(0) === extension) {
      if (block.getUint8(1) === graphicControl) {
        isTransparent = ((await source.view(offset + 3, 1)).getUint8(0) & 1) === 1;
      }
      offset = await skipSubBlocks(source, offset + 2);
    } else if (block.getUint8(0) === image) {
      const frame = await source.view(offset + 1, 9);
      const [right, bottom] = [0, 2].map((i) => frame.getUint16(i, true) + frame.getUint16(i + 4, true)) as [
        number,
        number,
      ];
      await skipSubBlocks(source, offset + 11 + tableBytes(frame.getUint8(8)));
      const covers = frame.getUint32(0, true) === 0 && right >= screenWidth && bottom >= screenHeight;
      return {
        width: Math.max(screenWidth, right),
        height: Math.max(screenHeight, bottom),
        mayBeTransparent: isTransparent || !covers,
      };
    } else throw new BrokenFile('damaged');
  }
}
