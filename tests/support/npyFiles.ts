/** NumPy files, byte by byte as `numpy.save` writes them. */

const text = (value: string) => [...new TextEncoder().encode(value)];
const little = (value: number, bytes: number) =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);

/** An array of this type and shape in front of its data (version 1.0, padded to 64 bytes). */
export function npyFile(descr: string, shape: string, data: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`;
  const padded = header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11, ' ');
  return Uint8Array.from([
    0x93,
    ...text('NUMPY'),
    1,
    0,
    ...little(padded.length + 1, 2),
    ...text(`${padded}\n`),
    ...data,
  ]);
}

/** What `pickle.dump(numpy.array(texts, dtype=object), protocol=…)` writes: instructions of Lib/pickletools.py. */
export function pickledArray(texts: readonly string[], protocol: 2 | 4 = 4): number[] {
  const unicode = (value: string) => [0x58, ...little(text(value).length, 4), ...text(value)];
  const short = (value: string) => [0x8c, text(value).length, ...text(value)];
  const name = (module: string, value: string) =>
    protocol === 4 ? [...short(module), ...short(value), 0x93] : [0x63, ...text(`${module}\n${value}\n`)];
  const bytes = protocol === 4 ? [0x43, 1, 0x62] : [0x55, 1, 0x62];
  return [
    ...[0x80, protocol],
    ...name('numpy.core.multiarray', '_reconstruct'),
    ...name('numpy', 'ndarray'),
    ...[0x4b, 0, 0x85],
    ...bytes,
    ...[0x87, 0x52],
    // The state: version, shape, type, order, list.
    ...[0x28, 0x4b, 1, 0x4d, ...little(texts.length, 2), 0x85],
    ...name('numpy', 'dtype'),
    ...unicode('O8'),
    ...[0x89, 0x88, 0x87, 0x52],
    ...[0x28, 0x4b, 3, ...unicode('|'), 0x4e, 0x4e, 0x4e],
    ...[0x4a, 0xff, 0xff, 0xff, 0xff, 0x4a, 0xff, 0xff, 0xff, 0xff, 0x4b, 0x3f, 0x74, 0x62],
    ...[0x89, 0x5d, 0x28, ...texts.flatMap(unicode), 0x65, 0x74, 0x62, 0x2e],
  ];
}

export const objectArrayNpy = (texts: readonly string[], protocol: 2 | 4 = 4) =>
  npyFile('|O', `(${texts.length},)`, pickledArray(texts, protocol));
