import { methods } from '../../../shared/methods';
import { unitOf } from '../../../shared/unitOf';
import { axisTicks } from '../../paint/axisTicks';
import { colourTable } from '../../paint/colourMaps';
import { type HeatScale, heatScale } from '../../paint/heatScale';
import { paintColourBar } from '../../paint/paintColourBar';
import { paintHeat } from '../../paint/paintHeat';
import type { ShownExplanation } from '../../state/explanation';
import { heatShown } from '../../state/heatShown';
import { pictureCanvas } from '../pictureCanvas';
import { saveFile } from '../saveFile';
import { fileName, shownFace } from './shownFace';

/** Least side of the saved face in pixels, and least enlargement of the network's input. */
const leastSide = 672;
const leastFactor = 3;
/** Pixels below the face: margins, the bar, its numbers, a line of words. */
const strip = 80;
const margin = 24;

/**
 * Saves the face with its heat as it is shown, the pixels enlarged by a whole number, with the colour bar below and a
 * line that says what it is. Rejects with a FoveaError when there is no map.
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
  prepareText(context);
  if (high > 0) paintScale(context, { scale, opacity, width: place.width, top: place.height });
  context.fillText(lineOf(shown), place.width / 2, place.height + 54, place.width - 2 * margin);
  saveFile(await canvas.convertToBlob({ type: 'image/png' }), `${fileName(shown)}.png`);
}

function prepareText(context: OffscreenCanvasRenderingContext2D): void {
  context.font = '14px "Inter Variable", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.fillStyle = '#333';
}

/** 'Grad-CAM · conv_pw_13_relu · Person 3 · logits · hse-mobilenet'; a method that knows no layer goes without. */
function lineOf(shown: ShownExplanation): string {
  const { method, layer, network } = shown;
  const info = methods.find(({ id }) => id === method);
  const place = info?.layered === true ? [layer] : [];
  return [info?.title ?? method, ...place, shown.targetLabel, unitOf(shown), network].join(' · ');
}

interface PaintScaleInput {
  readonly scale: HeatScale;
  readonly opacity: number;
  readonly width: number;
  readonly top: number;
}

/** The colour bar with its raw values. */
function paintScale(context: OffscreenCanvasRenderingContext2D, { scale, opacity, width, top }: PaintScaleInput): void {
  const { low, high, colours } = scale;
  const bar = { x: margin, y: top + 12, width: width - 2 * margin, height: 12 };
  context.save();
  paintColourBar({ context, table: colourTable(colours), signed: low < 0, opacity, ...bar });
  context.restore();
  for (const tick of axisTicks(low, high)) {
    const x = bar.x + ((tick - low) / (high - low)) * bar.width;
    context.fillText(String(tick).replace('-', '−'), x, bar.y + bar.height + 6);
  }
}
