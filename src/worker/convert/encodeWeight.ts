/** How one weight's values are written: its entry in TensorFlow.js's weight manifest without name and shape. */
export interface StoredEntry {
  readonly dtype: 'float32';
  readonly quantization?: { readonly dtype: 'float16' | 'uint8'; readonly scale?: number; readonly min?: number };
}

export interface StoredWeight extends StoredEntry {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface EncodedWeight {
  readonly entry: StoredEntry;
  /** Little-endian, row-major. The receiver owns what it gets. */
  readonly bytes: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Turns values into bytes; `chunks` may be asked for more than once, for a range that has to be known first. */
export type EncodeWeight = (signal: AbortSignal, chunks: () => AsyncIterable<Float32Array>) => Promise<EncodedWeight>;

/** 32-bit floats as they came. */
export const encodeFloat32: EncodeWeight = async (_, chunks) => ({
  entry: { dtype: 'float32' },
  bytes: copies(chunks()),
});

/** Copies, since who gives a chunk may write the next one into its memory. */
async function* copies(chunks: AsyncIterable<Float32Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks) yield new Uint8Array(chunk.slice().buffer);
}
