import type { Metadata } from 'h5wasm';
import { FoveaError } from '../../../shared/errors';
import { countOf } from '../foreignNetwork';
import { blocksOf } from './blocksOf';
import { floatsOf, isNumeric } from './floatsOf';
import type { Hdf5Library } from './library';
import { readStrings } from './readStrings';

/** Bytes of a dataset that are read at a time. */
const blockBytes = 8 * 2 ** 20;

/** Of a dataset: how many values in which directions. */
export interface Hdf5Dataset {
  readonly path: string;
  readonly shape: readonly number[];
  /**
   * Values in row-major order as 32-bit floats, a block at a time; a block is valid until the next one is asked for.
   */
  readonly chunks: () => AsyncIterable<Float32Array>;
}

/** An open HDF5 file: its groups, attributes and datasets. Every failure of the library names the object. */
export class Hdf5File {
  constructor(
    private readonly library: Hdf5Library,
    private readonly id: bigint,
    /** The file's, for messages. */
    readonly name: string,
    readonly size: number,
  ) {}

  /** Names of what a group holds, in the order in which they were made where the file knows it. */
  keys(path: string): readonly string[] {
    return this.#ask(path, () => this.library.get_names(this.id, path, false));
  }

  kind(path: string): 'group' | 'dataset' | 'other' {
    const type = this.#ask(path, () => this.library.get_type(this.id, path));
    if (type === this.library.H5G_GROUP) return 'group';
    return type === this.library.H5G_DATASET ? 'dataset' : 'other';
  }

  attributes(path: string): readonly string[] {
    return [...this.#ask(path, () => this.library.get_attribute_names(this.id, path))];
  }

  /** An attribute's texts, one for each of its elements. @throws FoveaError if it holds something else */
  strings(path: string, attribute: string): readonly string[] {
    return this.#ask(`${path === '/' ? '' : path}/@${attribute}`, () =>
      readStrings(this.library, this.id, path, attribute),
    );
  }

  /** @throws FoveaError if there is no dataset of numbers at the path */
  dataset(path: string): Hdf5Dataset {
    const metadata = this.#ask(path, () => this.library.get_dataset_metadata(this.id, path));
    const shape = metadata.shape?.map((extent: number) => Number(extent)) ?? [];
    if (
      metadata.shape === null ||
      !isNumeric(metadata) ||
      !shape.every((extent: number) => Number.isSafeInteger(extent) && extent > 0)
    )
      throw this.#damaged(path, 'it holds no numbers');
    return { path, shape, chunks: () => this.#read(path, shape, metadata) };
  }

  close(): void {
    this.library.close_file(this.id);
  }

  async *#read(path: string, shape: readonly number[], metadata: Metadata): AsyncGenerator<Float32Array> {
    const { library } = this;
    const limit = Math.floor(blockBytes / metadata.size);
    const bytes = Math.min(limit, countOf(shape)) * metadata.size;
    const pointer = library._malloc(bytes);
    if (pointer === 0) throw this.#damaged(path, 'there is no memory to read it');
    try {
      for (const { offset, count } of blocksOf(shape, limit)) {
        const stride = count.map(() => 1n);
        const scalar = count.length === 0;
        const status = this.#ask(path, () =>
          scalar
            ? library.get_dataset_data(this.id, path, null, null, null, BigInt(pointer))
            : library.get_dataset_data(this.id, path, count, offset, stride, BigInt(pointer)),
        );
        if (status < 0) throw this.#damaged(path, 'its values cannot be read');
        const values = count.reduce((product, extent) => product * Number(extent), 1);
        yield floatsOf(library.HEAPU8.buffer as ArrayBuffer, pointer, values, metadata);
      }
    } finally {
      library._free(pointer);
    }
  }

  #ask<T>(path: string, question: () => T): T {
    try {
      return question();
    } catch (cause) {
      if (cause instanceof FoveaError) throw cause;
      throw this.#damaged(path, 'it cannot be read', cause);
    }
  }

  #damaged(path: string, why: string, cause?: unknown): FoveaError {
    return new FoveaError(
      `${this.name} is damaged at ${path.replace(/^\//, '') || 'its root'}: ${why}.`,
      'Download or export the file again.',
      { cause },
    );
  }
}
