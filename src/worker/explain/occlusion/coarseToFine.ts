/**
 * The cells of a map, row by row, in an order that covers all of it early: each level halves the step between cells.
 */
export function coarseToFine(width: number, height: number): Uint32Array<ArrayBuffer> {
  const order: number[] = [];
  const [coarsest] = steps(width, height);
  for (const step of steps(width, height)) {
    for (let y = 0; y < height; y += step) {
      for (let x = 0; x < width; x += step) {
        const visited = step !== coarsest && x % (2 * step) === 0 && y % (2 * step) === 0;
        if (!visited) order.push(y * width + x);
      }
    }
  }
  return Uint32Array.from(order);
}

/**
 * A map with the cells that no one has visited yet (NaN) taken from the nearest visited cell of the finest level that
 * has one: exactly the nearest once a level is complete. At least the first cell of the order must be there.
 */
export function fillUnvisited(values: Float32Array, width: number, height: number): Float32Array<ArrayBuffer> {
  const fineFirst = steps(width, height).reverse();
  const nearest = (place: number, step: number, extent: number) =>
    Math.min(Math.round(place / step), Math.floor((extent - 1) / step)) * step;
  return Float32Array.from(values, (_, cell) => {
    const [x, y] = [cell % width, Math.floor(cell / width)];
    for (const step of fineFirst) {
      const value = values[nearest(y, step, height) * width + nearest(x, step, width)] ?? Number.NaN;
      if (!Number.isNaN(value)) return value;
    }
    return values[0] ?? Number.NaN;
  });
}

/** Powers of two below the longer side, falling to 1. */
function steps(width: number, height: number): number[] {
  const levels = Math.max(1, Math.ceil(Math.log2(Math.max(width, height))));
  return Array.from({ length: levels }, (_, level) => 2 ** (levels - 1 - level));
}
