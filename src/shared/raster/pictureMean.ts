import type { Picture } from '../ascent';

/** The mean of square pictures of one size, [side, side, 3], one after the other. */
export class PictureMean {
  readonly #sum: Float64Array;
  #count = 0;

  constructor(readonly side: number) {
    this.#sum = new Float64Array(3 * side * side);
  }

  /** @throws RangeError for another size */
  add(values: Float32Array): void {
    if (values.length !== this.#sum.length) throw new RangeError('Pictures of different sizes have no mean.');
    for (let i = 0; i < values.length; i++) this.#sum[i] = (this.#sum[i] as number) + (values[i] as number);
    this.#count += 1;
  }

  /** Null where nothing was added. */
  values(): Float32Array<ArrayBuffer> | null {
    return this.#count === 0 ? null : Float32Array.from(this.#sum, (value) => value / this.#count);
  }

  picture(): Picture | null {
    const mean = this.values();
    if (mean === null) return null;
    const rgba = new Uint8ClampedArray(4 * this.side * this.side).fill(255);
    for (let i = 0; i < this.side * this.side; i++) rgba.set(mean.subarray(3 * i, 3 * i + 3), 4 * i);
    return { width: this.side, height: this.side, rgba };
  }
}
