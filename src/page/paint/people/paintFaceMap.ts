import type { Picture } from '../../../shared/ascent';
import { apply } from '../../../shared/geometry/affine';
import { faceToNetwork } from '../../../shared/geometry/faceToNetwork';
import { meanShape } from '../../../shared/geometry/meanShape';
import type { Mask } from '../../../shared/mask';
import type { FaceMap } from '../../../shared/people';
import { resizeMap } from '../../../shared/raster/resizeMap';
import { colourHeat } from '../colourHeat';
import { type ColourMapName, colourTable } from '../colourMaps';
import { paintMaskArea } from './paintMaskArea';

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
  /** A face below the map, as it lies on the mean face, in place of the outline. */
  readonly face?: FaceBelow | null | undefined;
  /** Drawn where it lies on the mean face: its rim and hatching. */
  readonly mask?: Mask | null | undefined;
}

export interface FaceBelow {
  readonly picture: Picture;
  /** Of the map's largest value over it, 0..1; smaller ones hide less of the face. */
  readonly opacity: number;
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

/** A map on the mean face: its colours, opaque, and the mean face's features drawn over them; or over a face. */
export function paintFaceMap(input: PaintFaceMapInput): void {
  const { context, map, colours, side, margin, smooth = true, face = null, mask = null } = input;
  const [low, high] = input.range;
  const grid = { width: map.side, height: map.side, values: map.values, signed: low < 0 };
  const enlarged = smooth && map.side < side ? { ...grid, width: side, height: side } : grid;
  const values = enlarged === grid ? grid.values : resizeMap(grid, side, side, 'centres');
  const opacity = face === null ? {} : { opacity: face.opacity };
  const rgba = colourHeat({ map: { ...enlarged, values }, table: colourTable(colours), low, high, ...opacity });
  if (face !== null) {
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(boardOf(face.picture), 0, 0, side, side);
  }
  context.imageSmoothingEnabled = false;
  context.drawImage(boardOf({ ...enlarged, rgba }), 0, 0, side, side);
  if (face === null) drawFeatures(context, margin, side, low < 0);
  if (mask !== null) paintMaskArea({ context, mask, margin, side });
}

function boardOf({ width, height, rgba }: Picture): OffscreenCanvas {
  const board = new OffscreenCanvas(width, height);
  board.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return board;
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
