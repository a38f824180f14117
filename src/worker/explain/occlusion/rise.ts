import { FoveaError } from '../../../shared/errors';
import type { AttributionMap } from '../../../shared/explain';
import type { GrowingMap, RiseSettings } from '../../../shared/mask';
import { inputOf } from '../../network/graph';
import { blackPixel } from '../inputValues';
import { outputBatches } from '../outputBatches';
import type { Model, Question } from '../question';
import { everyInterval } from './everyInterval';
import { riseMask } from './riseMask';

/** Milliseconds between two maps on the way: each is as large as the input. */
const interval = 100;

/**
 * RISE (Petsiuk et al., BMVC 2018): Σ score(input under mask) × mask / (masks × keep), pixel by pixel; score is the
 * target's probability (cosine for a similarity), and what a mask hides fades to black. At the input's resolution. It
 * is an estimate: another seed gives another map, the more alike the more masks there are.
 * @param onMap hears of the map over the masks so far; the last event is the whole map
 * @throws FoveaError for settings out of range; the signal's reason when aborted
 */
export async function rise(
  signal: AbortSignal,
  model: Model,
  { input, target }: Omit<Question, 'layer'>,
  settings: RiseSettings,
  onMap: (event: GrowingMap) => void,
): Promise<AttributionMap> {
  const { masks: count, keep } = settings;
  checkSettings(settings);
  const [height, width] = inputOf(model.network.graph).shape;
  const black = blackPixel(model.network.preprocessing);
  const sums = new Float64Array(height * width);
  const waiting: Float32Array[] = [];
  const fadeInput = (index: number, into: Float32Array) => {
    const mask = riseMask(settings, index, height, width);
    waiting.push(mask);
    fade(input, black, mask, into);
  };
  let done = 0;
  const mapSoFar = (): AttributionMap => {
    const values = Float32Array.from(sums, (sum) => sum / (done * keep));
    return { width, height, values, signed: values.some((value) => value < 0) };
  };
  const due = everyInterval(interval);
  for await (const outputs of outputBatches(signal, model, target.layer, count, fadeInput)) {
    for (const [i, mask] of waiting.splice(0).entries()) {
      addScaled(sums, mask, target.probability(outputs[i] ?? new Float32Array(0)));
    }
    done += outputs.length;
    if (due() || done === count) onMap({ fraction: done / count, map: mapSoFar() });
  }
  return mapSoFar();
}

function checkSettings({ masks, cells, keep }: RiseSettings): void {
  const whole = [masks, cells].every((count) => Number.isInteger(count) && count >= 1);
  if (whole && keep > 0 && keep <= 1) return;
  throw new FoveaError(
    `RISE cannot work with ${masks} masks of ${cells} × ${cells} cells that are kept with a chance of ${keep}.`,
    'Choose at least one mask and one cell, and a chance above 0 and up to 1.',
  );
}

/** black + (input − black) × mask. */
function fade(input: Float32Array, black: readonly number[], mask: Float32Array, into: Float32Array): void {
  for (let c = 0; c < 3; c++) {
    const dark = black[c] ?? 0;
    for (let i = 0; i < mask.length; i++) {
      into[3 * i + c] = dark + ((input[3 * i + c] as number) - dark) * (mask[i] as number);
    }
  }
}

function addScaled(sums: Float64Array, mask: Float32Array, score: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + score * (mask[i] as number);
}
