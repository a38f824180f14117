import { axisTicks } from '../../paint/axisTicks';
import { colourTable } from '../../paint/colourMaps';
import { type HeatScale, heatScale } from '../../paint/heatScale';
import { paintColourBar } from '../../paint/paintColourBar';
import { paintHeat } from '../../paint/paintHeat';
import { heatShown } from '../../state/heatShown';
import { pictureCanvas } from '../pictureCanvas';
import { saveFile } from '../saveFile';
import { fileName, shownFace } from './shownFace';

/** Least side of the saved face in pixels, and least enlargement of the network's input. */
const leastSide = 672;
const leastFactor = 3;
/** Pixels below the face: margins, the bar, its numbers. */
const strip = 56;
const margin = 24;

/**
 * Saves the face with its heat as it is shown, the pixels enlarged by a whole number, with the colour bar below. Rejects
 * with a FoveaError when there is no map.
 */
export async function exportOverlay(): Promise<void> {
  const { crop, shown } = shownFace();
  const heat = heatShown();
  if (heat === null) return;
  const { view, largest } = heat;
  const { map, beforeRelu } = shown;
  const scale = heatScale({ map, beforeRelu, colours: view.colourMap, largest });
  const factor = Math.max(leastFactor, Math.ceil(leastSide / Math.max(crop.input.width, crop.input.height)));
  const place = { x: 0, y: 0, width: crop.input.width * factor, height: crop.input.height * factor };
  const canvas = new OffscreenCanvas(place.width, place.height + strip);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(pictureCanvas(crop.input), 0, 0, place.width, place.height);
  const table = colourTable(scale.colours);
  const { low, high } = scale;
  const { opacity, smooth } = view;
  if (scale.empty === null) paintHeat({ context, map, table, low, high, opacity, smooth, place });
  if (high > 0) paintScale(context, scale, place.width, place.height);
  saveFile(await canvas.convertToBlob({ type: 'image/png' }), `${fileName(shown)}.png`);
}

/** The colour bar with its raw values. */
function paintScale(
  context: OffscreenCanvasRenderingContext2D,
  { low, high, colours }: HeatScale,
  width: number,
  top: number,
): void {
  const bar = { x: margin, y: top + 12, width: width - 2 * margin, height: 12 };
  paintColourBar({ context, table: colourTable(colours), ...bar });
  context.fillStyle = '#333';
  context.font = '14px "Inter Variable", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of axisTicks(low, high)) {
    const x = bar.x + ((tick - low) / (high - low)) * bar.width;
    context.fillText(String(tick).replace('-', '−'), x, bar.y + bar.height + 6);
  }
}
