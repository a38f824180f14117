import type { Picture } from '../../../shared/ascent';
import type { Mask } from '../../../shared/mask';
import type { FaceMap } from '../../../shared/people';
import { resizeMap } from '../../../shared/raster/resizeMap';
import { colourHeat } from '../colourHeat';
import { type ColourMapName, colourTable } from '../colourMaps';
import { drawMeanFace } from './drawMeanFace';
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
  // Dark lines on diverging colours, which are light in their middle; light ones on the others, which begin dark.
  const colour = low < 0 ? 'rgb(0 0 0 / 0.6)' : 'rgb(255 255 255 / 0.75)';
  if (face === null) drawMeanFace({ context, margin, side, colour });
  if (mask !== null) paintMaskArea({ context, mask, margin, side });
}

function boardOf({ width, height, rgba }: Picture): OffscreenCanvas {
  const board = new OffscreenCanvas(width, height);
  board.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return board;
}
