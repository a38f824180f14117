import { FoveaError } from '../../../shared/errors';
import type { Hdf5Library } from './library';

/** HDF5's type class for text (H5T_class_t). */
const stringClass = 3;

/** Bytes of an attribute: a network's whole configuration stays far below. */
const mostBytes = 64 * 2 ** 20;

/**
 * The texts of an attribute: of fixed length as Keras writes lists, of variable length as it writes a configuration.
 * @throws FoveaError when it is no text or too long; an Error of the library when it cannot be read
 */
export function readStrings(library: Hdf5Library, file: bigint, path: string, attribute: string): string[] {
  const { type, size, total_size: elements, vlen, shape } = library.get_attribute_metadata(file, path, attribute);
  // h5py writes an empty list as an attribute of numbers.
  if (shape?.includes(0)) return [];
  const bytes = size * elements;
  if (shape === null || type !== stringClass || !(bytes <= mostBytes))
    throw new FoveaError(`The attribute ${attribute} of ${path} is no text.`, 'Export the model again with Keras.');
  const pointer = library._malloc(bytes);
  if (pointer === 0) throw new Error(`no memory for ${bytes} bytes`);
  try {
    library.HEAPU8.fill(0, pointer, pointer + bytes);
    if (library.get_attribute_data(file, path, attribute, BigInt(pointer)) < 0) throw new Error('unreadable');
    const raw = library.HEAPU8.slice(pointer, pointer + bytes);
    // Texts of variable length lie elsewhere in the library's memory. They go with it when the worker is thrown away.
    if (vlen) return Array.from(new Uint32Array(raw.buffer), (text) => (text === 0 ? '' : library.UTF8ToString(text)));
    return Array.from({ length: elements }, (_, i) => textOf(raw.subarray(i * size, (i + 1) * size)));
  } finally {
    library._free(pointer);
  }
}

const decoder = new TextDecoder();

/** Up to the first zero, which pads it. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}
