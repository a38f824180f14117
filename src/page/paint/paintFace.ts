import type { Picture } from '../../shared/ascent';
import type { AttributionMap } from '../../shared/explain';
import { colourTable } from './colourMaps';
import { fitPicture, type Size } from './fitPicture';
import type { HeatScale } from './heatScale';
import { paintHeat } from './paintHeat';
import { paintPicture } from './paintPicture';

export interface PaintFaceInput {
  readonly canvas: HTMLCanvasElement;
  /** The very pixels that the network gets. */
  readonly picture: Picture;
  /** Null: the face alone. */
  readonly heat: {
    readonly map: AttributionMap;
    readonly scale: HeatScale;
    readonly opacity: number;
    readonly smooth: boolean;
  } | null;
  /** The canvas's box on the screen, in device pixels. */
  readonly box: Size;
}

/** A network's input, its pixels with hard edges, and the heat over it. */
export function paintFace({ canvas, picture, heat, box }: PaintFaceInput): void {
  paintPicture({ canvas, picture, box });
  const context = canvas.getContext('2d');
  if (context === null || heat === null || heat.scale.empty !== null) return;
  const { map, scale, opacity, smooth } = heat;
  const place = fitPicture({ source: picture, box });
  const { low, high } = scale;
  paintHeat({ context, map, table: colourTable(scale.colours), low, high, opacity, smooth, place });
}
