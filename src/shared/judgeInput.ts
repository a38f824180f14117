import type { InputCheck } from './inputCheck';
import type { Preprocessing } from './network';
import { orderWord } from './orderWord';

/** What one piece of evidence says of a network's preprocessing. */
export interface Judgement {
  readonly evidence: 'training' | 'normalisation' | 'none';
  readonly fits: boolean | null;
  /** One or two sentences for a person. */
  readonly words: string;
}

/**
 * Between which a few faces have to lie beside what a batch normalisation remembers, in multiples of its deviations;
 * what was measured with right and wrong preprocessings is told in docs/networks.md.
 */
export const normalisationLimits = { shift: 0.5, leastSpread: 0.65, mostSpread: 1.5 } as const;

/** Deviations of the expected input by which a channel's mean may differ, and the factor for its scale. */
const trainingLimits = { shift: 0.25, scale: 1.25 } as const;

/**
 * Holds what a network gets of a face against what it was trained on.
 * @param expected what its layers or classes say that it was trained with; null where they say nothing
 * @param known whether that is a fact, rather than what such layers or classes are usually trained with
 */
export function judgeInput(
  check: InputCheck,
  preprocessing: Preprocessing,
  expected: Preprocessing | null,
  known = false,
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  if (expected !== null) judgements.push(againstTraining(check, preprocessing, expected, known));
  if (check.normalised !== null) {
    // A swapped order leaves no trace there where each colour has its own mean: nothing is said against it then.
    const turned = expected !== null && preprocessing.order !== expected.order;
    judgements.push(againstNormalisation(check.normalised, turned ? null : (judgements[0]?.fits ?? null)));
  }
  if (judgements.length > 0) return judgements;
  const words =
    'Nothing in this network tells what it was trained on: no known architecture, no batch normalisation. Look it up ' +
    'where the network comes from, and compare it with the numbers above.';
  return [{ evidence: 'none', fits: null, words }];
}

/** Value range of a pixel 0..255 under a preprocessing, over all channels. */
export function valueRange({ mean, scale }: Preprocessing): readonly [number, number] {
  const ends = mean.flatMap((value) => [-value * scale, (255 - value) * scale]);
  return [Math.min(...ends), Math.max(...ends)];
}

function againstTraining(check: InputCheck, actual: Preprocessing, expected: Preprocessing, known: boolean): Judgement {
  const faults: string[] = [];
  const turned = actual.order !== expected.order;
  if (turned) faults.push(`the channels come in ${orderWord(actual.order)} order`);
  const ratio = Math.abs(actual.scale / expected.scale);
  if (ratio > trainingLimits.scale) faults.push(`the values are ${times(ratio)} times too large`);
  else if (ratio < 1 / trainingLimits.scale) faults.push(`the values are ${times(1 / ratio)} times too small`);
  else {
    const worst = Math.max(...[0, 1, 2].map((c) => channelShift(check, actual, expected, turned ? 2 - c : c, c)));
    if (worst > trainingLimits.shift) faults.push(`a channel’s mean lies ${worst.toFixed(1)} deviations off`);
  }
  const values = `${orderWord(expected.order)} values from ${valueRange(expected).map(rounded).join(' to ')}`;
  const range = `${known ? 'It was trained on' : 'Networks like this one are trained on'} ${values}`;
  if (faults.length === 0) {
    const same = actual.scale === expected.scale && actual.mean.every((value, c) => value === expected.mean[c]);
    const how = same ? 'this fits, going by the numbers' : 'this is close, though not in its own numbers';
    return { evidence: 'training', fits: true, words: `${range}: ${how}.` };
  }
  return { evidence: 'training', fits: false, words: `${range}, but here ${faults.join(', and ')}.` };
}

/** By how many deviations of the expected input the mean of a colour's channel differs from what it should be. */
function channelShift(
  { channels }: InputCheck,
  actual: Preprocessing,
  expected: Preprocessing,
  here: number,
  there: number,
): number {
  const found = channels[here];
  if (found === undefined) return 0;
  const pixel = found.mean / actual.scale + (actual.mean[here] ?? 0);
  const deviation = (found.deviation / Math.abs(actual.scale)) * Math.abs(expected.scale);
  const wanted = (pixel - (expected.mean[there] ?? 0)) * expected.scale;
  return Math.abs(found.mean - wanted) / Math.max(deviation, Number.EPSILON);
}

/**
 * @param usual whether the preprocessing is the usual one of such networks; null where that cannot be held against it
 */
function againstNormalisation(
  { layer, pictures, shift, spread }: NonNullable<InputCheck['normalised']>,
  usual: boolean | null,
): Judgement {
  const { leastSpread, mostSpread } = normalisationLimits;
  const fits = shift <= normalisationLimits.shift && spread >= leastSpread && spread <= mostSpread;
  const measured =
    `Measured on ${pictures === 1 ? 'this face' : `${pictures} faces`}: the channels of ${layer} lie ${times(shift)} deviations ` +
    `from their mean in training and spread ${times(spread)} times as far`;
  const contrary =
    usual === null || usual === fits ? '' : ' This was measured, and counts for more than what is usual.';
  const words = fits
    ? `${measured}: this is as in training.`
    : `${measured}. What the network gets is not what it got in training: most likely the preprocessing is wrong.`;
  return { evidence: 'normalisation', fits, words: words + contrary };
}

const times = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const rounded = (value: number) =>
  (Math.abs(value) >= 10 ? value.toFixed(0) : String(Number(value.toFixed(2)))).replace('-', '−');
