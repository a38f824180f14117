import { countOf, type PixelSet } from './pixelSets';

/**
 * A set of pixels cut along a grid of `cells` × `cells` over the input: the part in each cell, row by row.
 * @param least parts that fill a smaller share of their cell than this are left out
 */
export function piecesOf(set: Uint8Array, height: number, width: number, cells: number, least: number): PixelSet[] {
  const edge = (i: number, extent: number) => Math.round((i * extent) / cells);
  const pieces: PixelSet[] = [];
  for (let cell = 0; cell < cells * cells; cell++) {
    const [column, row] = [cell % cells, Math.floor(cell / cells)];
    const [top, bottom] = [edge(row, height), edge(row + 1, height)];
    const [left, right] = [edge(column, width), edge(column + 1, width)];
    const piece = new Uint8Array(set.length);
    for (let y = top; y < bottom; y++) {
      piece.set(set.subarray(y * width + left, y * width + right), y * width + left);
    }
    const pixels = countOf(piece);
    if (pixels > 0 && pixels >= least * (bottom - top) * (right - left)) pieces.push(piece);
  }
  return pieces;
}
