import type { AttributionMap } from '../../shared/explain';
import { resizeMap } from '../../shared/raster/resizeMap';
import { colourHeat } from './colourHeat';
import type { ColourTable } from './colourMaps';
import type { Fit } from './fitPicture';

export interface PaintHeatInput {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly map: AttributionMap;
  readonly table: ColourTable;
  /** Raw values at the two ends of the colour table. */
  readonly low: number;
  readonly high: number;
  /** Of the largest value, 0..1; what has no heat is left as it is. */
  readonly opacity: number;
  /** Resampled bilinearly, or one square a cell with hard edges. */
  readonly smooth: boolean;
  /** Where the map lies on the canvas. */
  readonly place: Pick<Fit, 'x' | 'y' | 'width' | 'height'>;
}

/** Values are resampled, not colours; what is left between these and the canvas's pixels is too little to see. */
const smoothSide = 256;

/** Lays a map's colours over what the canvas holds: the more heat, the less is seen of that. */
export function paintHeat(input: PaintHeatInput): void {
  const { context, map, table, low, high, opacity, smooth, place } = input;
  const shown = smooth ? enlarge(map, Math.max(place.width, place.height)) : map;
  const { width, height } = shown;
  const rgba = colourHeat({ map: shown, table, low, high, opacity });
  const pixels = boardFor(width, height);
  pixels.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  context.save();
  context.imageSmoothingEnabled = smooth;
  context.imageSmoothingQuality = 'high';
  context.drawImage(pixels, 0, 0, width, height, place.x, place.y, place.width, place.height);
  context.restore();
}

/**
 * One drawing board for all maps, as large as the largest so far: to open one takes longer than to colour a small map.
 */
let board: OffscreenCanvas | null = null;

function boardFor(width: number, height: number): OffscreenCanvas {
  if (board === null || board.width < width || board.height < height)
    board = new OffscreenCanvas(
      Math.max(smoothSide, width, board?.width ?? 0),
      Math.max(smoothSide, height, board?.height ?? 0),
    );
  return board;
}

/** As many values as are seen: one for each of `pixels` on the longer side, up to a limit. */
function enlarge(map: AttributionMap, pixels: number): AttributionMap {
  const factor = Math.min(smoothSide, Math.ceil(pixels)) / Math.max(map.width, map.height);
  if (factor <= 1) return map;
  const [width, height] = [Math.round(map.width * factor), Math.round(map.height * factor)];
  return { ...map, width, height, values: resizeMap(map, width, height, 'centres') };
}
