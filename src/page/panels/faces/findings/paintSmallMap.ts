import {
  interpolateInferno,
  interpolateMagma,
  interpolateRdBu,
  interpolateTurbo,
  interpolateViridis,
} from 'd3-scale-chromatic';
import type { Picture } from '../../../../shared/ascent';
import type { AttributionMap } from '../../../../shared/explain';
import type { Size } from '../../../paint/fitPicture';
import { paintPicture } from '../../../paint/paintPicture';
import type { ColourMap } from '../../../state/mapView';

export interface PaintSmallMapInput {
  readonly canvas: HTMLCanvasElement;
  readonly box: Size;
  readonly picture: Picture | null;
  readonly map: AttributionMap;
  readonly range: readonly [number, number];
  readonly colourMap: ColourMap;
  readonly opacity: number;
  readonly smooth: boolean;
}

const interpolators: Record<ColourMap, (t: number) => string> = {
  inferno: interpolateInferno,
  magma: interpolateMagma,
  viridis: interpolateViridis,
  turbo: interpolateTurbo,
  jet: interpolateTurbo,
};

/** A map over a picture. */
export function paintSmallMap(input: PaintSmallMapInput): void {
  const { canvas, box, picture, map, opacity, smooth } = input;
  if (box.width < 1 || box.height < 1) return;
  if (picture !== null) paintPicture({ canvas, picture, box });
  else {
    canvas.width = box.width;
    canvas.height = box.height;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  const cells = new OffscreenCanvas(map.width, map.height);
  cells.getContext('2d')?.putImageData(colours(input), 0, 0);
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = smooth;
  context.drawImage(cells, 0, 0, box.width, box.height);
  context.globalAlpha = 1;
}

function colours({ map, range, colourMap }: PaintSmallMapInput): ImageData {
  const [low, high] = range;
  const interpolate = map.signed ? (t: number) => interpolateRdBu(1 - t) : interpolators[colourMap];
  const image = new ImageData(map.width, map.height);
  for (const [i, value] of map.values.entries()) {
    const t = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    const [r = 0, g = 0, b = 0] = rgb(interpolate(t));
    image.data.set([r, g, b, 255], 4 * i);
  }
  return image;
}

function rgb(colour: string): number[] {
  if (!colour.startsWith('#')) return (colour.match(/\d+/g) ?? []).map(Number);
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
