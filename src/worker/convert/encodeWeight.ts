/** How one weight's values are written: its entry in TensorFlow.js's weight manifest without name and shape. */
export interface StoredEntry {
  readonly dtype: 'float32';
  readonly quantization?: {
    readonly dtype: 'float16' | 'uint8' | 'uint16';
    readonly scale?: number;
    readonly min?: number;
  };
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

/** A weight's bytes as its file has them, in fewer than 32 bits a value. */
export interface QuantisedWeight {
  readonly entry: StoredEntry;
  readonly bytes: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/**
 * Turns values into bytes; `chunks` may be asked for more than once, for a range that has to be known first.
 * @param shape of the weight: what has one dimension (a bias, a normalisation's mean) is small, and stays as it came
 */
export type EncodeWeight = (
  signal: AbortSignal,
  chunks: () => AsyncIterable<Float32Array>,
  shape: readonly number[],
) => Promise<EncodedWeight>;

/** 32-bit floats as they came. */
export const encodeFloat32: EncodeWeight = async (_, chunks) => ({
  entry: { dtype: 'float32' },
  bytes: eachChunk(chunks(), float32Bytes),
});

/** The bytes of each chunk; copies, since who gives a chunk may write the next one into its memory. */
export async function* eachChunk(
  chunks: AsyncIterable<Float32Array>,
  encode: (values: Float32Array) => Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of chunks) yield encode(chunk);
}

const float32Bytes = (values: Float32Array) => new Uint8Array(values.slice().buffer);
