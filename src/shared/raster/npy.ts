/** Bytes before the header's text: the magic string, the version, the text's length. */
const preamble = 10;
/** The array's values begin at a multiple of this. */
const alignment = 64;

/**
 * A C-ordered float32 array as a .npy file, format 1.0, little-endian (NumPy Enhancement Proposal 1 and
 * numpy.lib.format). @throws RangeError when the shape does not hold as many values
 */
export function npy(values: Float32Array, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, size) => product * size, 1);
  if (count !== values.length)
    throw new RangeError(`A shape of ${shape.join(' × ')} does not hold ${values.length} values.`);
  const header = headerText(shape);
  const bytes = new Uint8Array(preamble + header.length + values.length * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, ...ascii('NUMPY'), 1, 0]);
  view.setUint16(8, header.length, true);
  bytes.set(ascii(header), preamble);
  values.forEach((value, i) => {
    view.setFloat32(preamble + header.length + i * 4, value, true);
  });
  return bytes;
}

/** A Python dictionary, filled up with spaces to the alignment, a line feed at its end. */
function headerText(shape: readonly number[]): string {
  // A tuple of one has a comma in Python.
  const tuple = `(${shape.map((size) => `${size},`).join(' ')})`.replace(/(, \d+),\)$/, '$1)');
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((preamble + text.length + 1) / alignment) * alignment - preamble;
  return `${text.padEnd(length - 1)}\n`;
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
