/** What a compressed picture's first bytes say; sizes in pixels, as stored. */
export interface PictureFacts {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** Tells a JPEG, PNG or WebP from its bytes and reads its size, without decoding it; null for everything else. */
export function pictureFacts(bytes: Uint8Array<ArrayBuffer>): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngFacts(view) ?? webpFacts(view) ?? jpegFacts(view);
  } catch (error) {
    // The header ends before its size.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const pngSignature = [0x89504e47, 0x0d0a1a0a];

/** Source: PNG specification (W3C, 2003), 5.2 and 11.2.2: IHDR is the first chunk. */
function pngFacts(view: DataView): PictureFacts | null {
  if (view.getUint32(0) !== pngSignature[0] || view.getUint32(4) !== pngSignature[1]) return null;
  if (letters(view, 12) !== 'IHDR') return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Source: WebP container specification and RFC 6386, 9.1: a lossy, a lossless or an extended first chunk. */
function webpFacts(view: DataView): PictureFacts | null {
  if (letters(view, 0) !== 'RIFF' || letters(view, 8) !== 'WEBP') return null;
  const type = 'image/webp';
  switch (letters(view, 12)) {
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const side = (at: number) => (view.getUint32(at, true) & 0xffffff) + 1;
      return { type, width: side(24), height: side(26 + 1) };
    }
    default:
      return null;
  }
}

/** Source: ITU-T T.81, B.1 and B.2.2: segments up to the frame header, SOF0 to SOF15 but DHT, JPG and DAC. */
function jpegFacts(view: DataView): PictureFacts | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      // Fill bytes may come before a marker.
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    // Markers without a segment, the scan and the end have no place before the frame.
    if (length < 2 || marker === 0xda || marker === 0xd9) return null;
    at += 2 + length;
  }
}

function letters(view: DataView, at: number): string {
  return [0, 1, 2, 3].map((i) => String.fromCharCode(view.getUint8(at + i))).join('');
}
