/** Rotations of neighbouring rows, in the order in which they were made. */
export class Rotations {
  readonly #made: { readonly row: number; readonly c: number; readonly s: number }[] = [];

  /** Rows i and i + 1 become c · i + s · (i + 1) and c · (i + 1) − s · i. */
  add(row: number, c: number, s: number): void {
    this.#made.push({ row, c, s });
  }

  /** Row `row` of the product of them all, which began as the identity of this size. */
  rowOfProduct(row: number, size: number): Float64Array {
    const vector = new Float64Array(size);
    vector[row] = 1;
    for (let i = this.#made.length - 1; i >= 0; i--) {
      const { row: at, c, s } = this.#made[i] as { row: number; c: number; s: number };
      const [upper, lower] = [vector[at] as number, vector[at + 1] as number];
      vector[at] = c * upper - s * lower;
      vector[at + 1] = s * upper + c * lower;
    }
    return vector;
  }
}
