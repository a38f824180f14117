import { apply } from '../../../shared/geometry/affine';
import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import { meanShape } from '../../../shared/geometry/meanShape';
import type { FaceMap } from '../../../shared/people';
import { resizeMap } from '../../../shared/raster/resizeMap';
import { colourHeat } from '../colourHeat';
import { type ColourMapName, colourTable } from '../colourMaps';

export interface PaintFaceMapInput {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly map: FaceMap;
  /** How much of the face's surroundings the map covers: a share of the face square, at each side. */
  readonly margin: number;
  readonly colours: ColourMapName;
  /** Raw values at the two ends of the colours. */
  readonly range: readonly [number, number];
  /** Pixels of the square canvas. */
  readonly side: number;
  /** Values resampled bilinearly, or one square a cell. */
  readonly smooth?: boolean;
}

/** Landmarks that hang together by lines: jaw, brows, nose, eyes, lips. */
const lines: readonly (readonly [first: number, last: number, closed: boolean])[] = [
  [0, 16, false],
  [17, 21, false],
  [22, 26, false],
  [27, 30, false],
  [31, 35, false],
  [36, 41, true],
  [42, 47, true],
  [48, 59, true],
  [60, 67, true],
];

/** A map on the mean face: its colours, opaque, and the mean face's features drawn over them. */
export function paintFaceMap(input: PaintFaceMapInput): void {
  const { context, map, colours, side, smooth = true } = input;
  const [low, high] = input.range;
  const grid = { width: map.side, height: map.side, values: map.values, signed: low < 0 };
  const enlarged = smooth && map.side < side ? { ...grid, width: side, height: side } : grid;
  const values = enlarged === grid ? grid.values : resizeMap(grid, side, side, 'centres');
  const rgba = colourHeat({ map: { ...enlarged, values }, table: colourTable(colours), low, high });
  const board = new OffscreenCanvas(enlarged.width, enlarged.height);
  board.getContext('2d')?.putImageData(new ImageData(rgba, enlarged.width, enlarged.height), 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(board, 0, 0, side, side);
  drawFeatures(context, input.margin, side, low < 0);
}

/** Dark lines on diverging colours, which are light in their middle; light ones on the others, which begin dark. */
function drawFeatures(context: PaintFaceMapInput['context'], margin: number, side: number, light: boolean): void {
  const place = faceToNetwork([side, side], margin);
  context.beginPath();
  for (const [first, last, closed] of lines) {
    for (const [i, point] of meanShape.slice(first, last + 1).entries()) {
      const { x, y } = apply(place, point);
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    if (closed) context.closePath();
  }
  context.lineWidth = Math.max(1, side / 200);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = light ? 'rgb(0 0 0 / 0.6)' : 'rgb(255 255 255 / 0.75)';
  context.stroke();
}
