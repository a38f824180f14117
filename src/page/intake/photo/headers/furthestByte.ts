import { BrokenFile } from './brokenFile';

/** Reads big-endian numbers one after the other. */
function createCursor(view: DataView) {
  let at = 0;
  return (bytes: number): number => {
    if (at + bytes > view.byteLength) throw new BrokenFile('damaged');
    let value = 0;
    for (let i = 0; i < bytes; i += 1, at += 1) value = value * 256 + view.getUint8(at);
    return value;
  };
}

/**
 * Where the coded data of all items ends, as an `iloc` box tells (its content, version and flags first): bytes from the
 * start of the file. Items that lie within the meta box do not count. Source: ISO/IEC 14496-12, section 8.11.3.
 */
export function furthestByte(locations: DataView): number {
  const read = createCursor(locations);
  const version = read(4) >>> 24;
  const sizes = read(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  let end = 0;
  for (let items = read(version < 2 ? 2 : 4); items > 0; items -= 1) {
    read(version < 2 ? 2 : 4);
    const isInFile = version === 0 || (read(2) & 15) === 0;
    read(2);
    const base = read(baseBytes);
    for (let extents = read(2); extents > 0; extents -= 1) {
      read(indexBytes);
      const start = base + read(offsetBytes);
      const length = read(lengthBytes);
      if (isInFile) end = Math.max(end, start + length);
      // Without any size an extent takes no bytes of the box, and counts could go on for ever.
      if (indexBytes + offsetBytes + lengthBytes === 0) break;
    }
  }
  return end;
}
