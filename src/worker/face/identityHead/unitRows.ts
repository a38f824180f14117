/** The rows of [rows, dimensions], each divided by its L2 norm; a row of zeros stays one. */
export function unitRows(values: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  const units = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += dimensions) {
    let squares = 0;
    for (let i = start; i < start + dimensions; i++) squares += (values[i] as number) ** 2;
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = start; i < start + dimensions; i++) units[i] = (values[i] as number) * factor;
  }
  return units;
}
