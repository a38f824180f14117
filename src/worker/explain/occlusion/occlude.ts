import { FoveaError } from '../../../shared/errors';
import type { AttributionMap } from '../../../shared/explain';
import type { GrowingMap, OcclusionSettings } from '../../../shared/mask';
import { inputOf } from '../../network/graph';
import { outputBatches } from '../outputBatches';
import { outputsFor } from '../outputsFor';
import type { Model, Question } from '../question';
import { coarseToFine, fillUnvisited } from './coarseToFine';
import { everyInterval } from './everyInterval';
import { patchSpans, type Span } from './patchSpans';

/** Milliseconds between two maps on the way. */
const interval = 50;

/**
 * Occlusion sensitivity (Zeiler and Fergus, ECCV 2014): one cell a place of the patch (`patchSpans`), its value the
 * target's value (a logit, or a cosine) for the whole input less that with the patch hidden. Positive: what lies there
 * speaks for the target.
 * @param fill network-input values [height, width, 3] that stand in for hidden pixels
 * @param onMap hears of the map as it grows from coarse to fine; the last event is the whole map
 * @throws FoveaError for a patch or stride below one pixel; the signal's reason when aborted
 */
export async function occlude(
  signal: AbortSignal,
  model: Model,
  { input, target }: Omit<Question, 'layer'>,
  fill: Float32Array,
  { patch, stride }: Pick<OcclusionSettings, 'patch' | 'stride'>,
  onMap: (event: GrowingMap) => void,
): Promise<AttributionMap> {
  checkPixels(patch, stride);
  const [height, width] = inputOf(model.network.graph).shape;
  const down = patchSpans(height, patch, stride);
  const across = patchSpans(width, patch, stride);
  const order = coarseToFine(across.length, down.length);
  const map = { width: across.length, height: down.length, signed: true };
  const values = new Float32Array(order.length).fill(Number.NaN);

  const [whole] = await outputsFor(signal, model, target.layer, 1, (_, into) => into.set(input));
  const score = target.value(whole ?? new Float32Array(0));
  const hidePatch = (index: number, into: Float32Array) => {
    const cell = order[index] ?? 0;
    into.set(input);
    copyPatch(fill, into, width, down[Math.floor(cell / map.width)], across[cell % map.width]);
  };
  let done = 0;
  const due = everyInterval(interval);
  for await (const outputs of outputBatches(signal, model, target.layer, order.length, hidePatch)) {
    for (const output of outputs) values[order[done++] ?? 0] = score - target.value(output);
    if (due() || done === order.length) {
      onMap({
        fraction: done / order.length,
        map: { ...map, values: fillUnvisited(values, map.width, map.height) },
      });
    }
  }
  return { ...map, values };
}

function checkPixels(patch: number, stride: number): void {
  if ([patch, stride].every((length) => Number.isInteger(length) && length >= 1)) return;
  throw new FoveaError(
    `A patch of ${patch} pixels cannot move in steps of ${stride}.`,
    'Choose whole numbers of at least 1 pixel for both.',
  );
}

function copyPatch(from: Float32Array, to: Float32Array, width: number, rows: Span = [0, 0], columns: Span = [0, 0]) {
  for (let y = rows[0]; y < rows[1]; y++) {
    const [start, end] = [3 * (y * width + columns[0]), 3 * (y * width + columns[1])];
    to.set(from.subarray(start, end), start);
  }
}
