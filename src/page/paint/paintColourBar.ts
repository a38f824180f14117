import type { ColourTable } from './colourMaps';

export interface PaintColourBarInput {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly table: ColourTable;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The colours of a scale from left to right, one column of pixels at a time. */
export function paintColourBar({ context, table, x, y, width, height }: PaintColourBarInput): void {
  const columns = table.length / 3;
  const rgba = new Uint8ClampedArray(columns * 4).fill(255);
  for (let i = 0; i < columns; i += 1) rgba.set(table.subarray(i * 3, i * 3 + 3), i * 4);
  const row = new OffscreenCanvas(columns, 1);
  row.getContext('2d')?.putImageData(new ImageData(rgba, columns, 1), 0, 0);
  context.imageSmoothingEnabled = true;
  context.drawImage(row, x, y, width, height);
}
