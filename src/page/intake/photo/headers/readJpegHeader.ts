import { BrokenFile } from './brokenFile';
import type { ByteSource } from './byteSource';
import type { PhotoHeader } from './photoHeader';

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** SOF0 … SOF15 carry the size; DHT, JPG and DAC lie among them and do not. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
/** Markers without a segment: TEM, and a second SOI. */
const standsAlone = (code: number) => code === 0x01 || code === 0xd8;
/** In coded data, FF 00 is a byte and FF D0 … FF D7 restart the decoder; FF FF fills. */
const isData = (code: number) => code === 0x00 || (code >= 0xd0 && code <= 0xd7);

/** Offset of the next marker's FF in `bytes`, or where to go on searching. */
function findMarker(bytes: Uint8Array): { at: number; found: boolean } {
  let at = bytes.indexOf(0xff);
  while (at !== -1 && at + 1 < bytes.length) {
    const code = bytes[at + 1] as number;
    if (code !== 0xff && !isData(code)) return { at, found: true };
    at = bytes.indexOf(0xff, code === 0xff ? at + 1 : at + 2);
  }
  return { at: at === -1 ? bytes.length : at, found: false };
}

/**
 * The next marker from `offset` on, past coded data and whatever else lies between; `end` is where its segment begins.
 */
async function nextMarker(source: ByteSource, offset: number): Promise<{ code: number; end: number }> {
  for (let from = offset; ; ) {
    const bytes = await source.window(from, 2);
    const { at, found } = findMarker(bytes);
    if (found) return { code: bytes[at + 1] as number, end: from + at + 2 };
    from += at;
  }
}

/**
 * Walks the segments of the first image up to its end marker, coded data included: browsers paint a cut-off JPEG
 * without complaint. A thumbnail in a segment, or a second image behind the first, is not taken for it. Source: ITU-T
 * T.81, annex B.
 */
export async function readJpegHeader(source: ByteSource): Promise<PhotoHeader> {
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  for (let offset = 2; ; ) {
    const { code, end } = await nextMarker(source, offset);
    offset = end;
    if (code === endOfImage) break;
    if (standsAlone(code)) continue;
    const length = (await source.view(end, 2)).getUint16(0);
    if (length < 2) throw new BrokenFile('damaged');
    if (isFrame(code) && size === null) {
      const frame = await source.view(end + 2, 5);
      size = { height: frame.getUint16(1), width: frame.getUint16(3) };
    }
    if (code === startOfScan) scans += 1;
    offset = end + length;
  }
  if (size === null || scans === 0) throw new BrokenFile('damaged');
  return { ...size, mayBeTransparent: false };
}
