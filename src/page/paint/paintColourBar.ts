import type { ColourTable } from './colourMaps';
import { heatAlpha } from './heatAlpha';

export interface PaintColourBarInput {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly table: ColourTable;
  /** Whether 0 lies in the scale's middle. */
  readonly signed: boolean;
  /** Of the map's largest value, 0..1. */
  readonly opacity: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Light and dark squares below what lets something through, as picture editors have them. */
const squares = ['#e8e8e8', '#b4b4b4'] as const;
const squaresDown = 2;

/** The colours of a scale from left to right as the map has them: where it lets the face through, squares are seen. */
export function paintColourBar({ context, table, signed, opacity, x, y, width, height }: PaintColourBarInput): void {
  const side = height / squaresDown;
  for (let row = 0; row < squaresDown; row += 1)
    for (let column = 0; column * side < width; column += 1) {
      context.fillStyle = squares[(row + column) % 2] ?? squares[0];
      context.fillRect(x + column * side, y + row * side, Math.min(side, width - column * side), side);
    }
  const columns = table.length / 3;
  const rgba = new Uint8ClampedArray(columns * 4);
  for (let i = 0; i < columns; i += 1) {
    rgba.set(table.subarray(i * 3, i * 3 + 3), i * 4);
    rgba[i * 4 + 3] = 255 * heatAlpha(i / (columns - 1), signed, opacity);
  }
  const row = new OffscreenCanvas(columns, 1);
  row.getContext('2d')?.putImageData(new ImageData(rgba, columns, 1), 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(row, x, y, width, height);
}
