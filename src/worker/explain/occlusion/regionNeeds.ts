import { type Region, regions } from '../../../shared/face';
import type { FillKind, RegionNeed } from '../../../shared/mask';
import { outputBatches } from '../outputBatches';
import type { Model, Question } from '../question';
import { checkRegions } from './checkRegions';
import { hidePixels } from './hidePixels';

type Fill = Exclude<FillKind, 'other'>;
const fills: readonly Fill[] = ['black', 'mean', 'blur', 'noise'];

/**
 * The target before and after exactly the pixels of one region are hidden, for every region but elsewhere and every
 * fill, region by region. Regions without a pixel on this input are left out: there is nothing to hide.
 * @param labels for each pixel, the index of its region
 * @param fillValues network-input values [height, width, 3] of each fill
 * @throws FoveaError if the labels do not fit the input; the signal's reason when aborted
 */
export async function* regionNeeds(
  signal: AbortSignal,
  model: Model,
  { input, target }: Omit<Question, 'layer'>,
  labels: Uint8Array,
  fillValues: Readonly<Record<Fill, Float32Array>>,
): AsyncGenerator<RegionNeed, void> {
  checkRegions(labels, input);
  const trials = regions.flatMap((region) => {
    const hidden = pixelsOf(region, labels);
    if (region === 'elsewhere' || !hidden.includes(1)) return [];
    return fills.map((fill) => ({ region, fill, hidden }));
  });
  // The whole input goes first, in the first batch.
  const write = (index: number, into: Float32Array) => {
    const trial = trials[index - 1];
    if (trial === undefined) into.set(input);
    else hidePixels(input, fillValues[trial.fill], trial.hidden, into);
  };
  let before: RegionNeed['before'] | null = null;
  let next = 0;
  for await (const outputs of outputBatches(signal, model, target.layer, trials.length + 1, write)) {
    for (const output of outputs) {
      const after = { score: target.value(output), probability: target.probability(output) };
      if (before === null) before = after;
      else {
        const { region, fill } = trials[next++] as { region: Region; fill: Fill };
        yield { region, fill, before, after };
      }
    }
  }
}

function pixelsOf(region: Region, labels: Uint8Array): Uint8Array {
  const index = regions.indexOf(region);
  return labels.map((label) => (label === index ? 1 : 0));
}
