export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/** The smallest and the largest of all values; 0 and 0 where there are none. */
export async function rangeOf(chunks: AsyncIterable<Float32Array>): Promise<ValueRange> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i++) {
      const value = chunk[i] as number;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}
