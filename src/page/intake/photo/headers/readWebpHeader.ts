import { BrokenFile } from './brokenFile';
import { type ByteSource, tagAt } from './byteSource';
import type { PhotoHeader } from './photoHeader';
import { readOrientation } from './readOrientation';

const uint24 = (view: DataView, offset: number) => view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16);

/** Extended: flags and the canvas. */
function readExtended(body: DataView): PhotoHeader {
  return {
    width: uint24(body, 4) + 1,
    height: uint24(body, 7) + 1,
    mayBeTransparent: (body.getUint8(0) & 0x10) !== 0,
  };
}

/** Lossy: a VP8 key frame (RFC 6386, section 9.1). */
function readLossy(body: DataView): PhotoHeader {
  if (uint24(body, 3) !== 0x2a019d) throw new BrokenFile('damaged');
  return {
    width: body.getUint16(6, true) & 0x3fff,
    height: body.getUint16(8, true) & 0x3fff,
    mayBeTransparent: false,
  };
}

function readLossless(body: DataView): PhotoHeader {
  if (body.getUint8(0) !== 0x2f) throw new BrokenFile('damaged');
  const bits = body.getUint32(1, true);
  return {
    width: (bits & 0x3fff) + 1,
    height: ((bits >>> 14) & 0x3fff) + 1,
    mayBeTransparent: (bits & 0x1000_0000) !== 0,
  };
}

/** The extended format's EXIF chunk, which comes behind the pixels. Chromium ignores it, WebKit does not. */
async function readTurn(source: ByteSource, end: number): Promise<Pick<PhotoHeader, 'turn'>> {
  for (let offset = 12; offset + 8 <= end; ) {
    const chunk = await source.view(offset, 8);
    const length = chunk.getUint32(4, true);
    if (offset + 8 + length > end) throw new BrokenFile('damaged');
    if (tagAt(chunk, 0) === 'EXIF') {
      return { turn: { orientation: await readOrientation(source, offset + 8, length), chunk: offset } };
    }
    offset += 8 + length + (length & 1);
  }
  return {};
}

/** The first chunk has the size; the RIFF header says how long the file has to be. Source: RFC 9649, section 2. */
export async function readWebpHeader(source: ByteSource): Promise<PhotoHeader> {
  const start = await source.view(0, 16);
  const end = start.getUint32(4, true) + 8;
  if (end > source.size) throw new BrokenFile('truncated');
  const body = await source.view(20, 10);
  const tag = tagAt(start, 12);
  if (tag === 'VP8X') return { ...readExtended(body), ...(await readTurn(source, end)) };
  if (tag === 'VP8 ') return readLossy(body);
  if (tag === 'VP8L') return readLossless(body);
  throw new BrokenFile('damaged');
}
