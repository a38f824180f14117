import { type ByteSource, tagAt } from './byteSource';
import { BrokenFile, type PhotoHeader } from './photoHeader';

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

/** The first chunk has the size; the RIFF header says how long the file has to be. Source: RFC 9649, section 2. */
export async function readWebpHeader(source: ByteSource): Promise<PhotoHeader> {
  const start = await source.view(0, 16);
  if (start.getUint32(4, true) + 8 > source.size) throw new BrokenFile('truncated');
  const body = await source.view(20, 10);
  const tag = tagAt(start, 12);
  if (tag === 'VP8X') return readExtended(body);
  if (tag === 'VP8 ') return readLossy(body);
  if (tag === 'VP8L') return readLossless(body);
  throw new BrokenFile('damaged');
}
