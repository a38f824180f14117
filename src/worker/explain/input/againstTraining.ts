import type { NormalisedLayer } from '../../../shared/inputCheck';
import type { TrainedStatistics } from '../../network/graph';

/** A channel that hardly varied in training says nothing of the input. */
const leastDeviation = 1e-3;

/**
 * A layer's outputs on some pictures against the mean and deviation that it had in training, channel by channel. The
 * pictures count as one sample: with more of them, what is peculiar to one weighs less.
 * @param outputs [height, width, channels] of each picture
 */
export function againstTraining(
  layer: string,
  outputs: readonly Float32Array[],
  trained: TrainedStatistics,
): NormalisedLayer {
  const channels = trained.mean.length;
  const spreads: number[] = [];
  let squares = 0;
  for (let c = 0; c < channels; c++) {
    const expected = trained.deviation[c] ?? 0;
    if (!(expected > leastDeviation)) continue;
    const { mean, deviation } = momentsOf(outputs, c, channels);
    squares += ((mean - (trained.mean[c] ?? 0)) / expected) ** 2;
    spreads.push(deviation / expected);
  }
  spreads.sort((a, b) => a - b);
  const compared = spreads.length;
  const shift = compared === 0 ? 0 : Math.sqrt(squares / compared);
  return {
    layer,
    pictures: outputs.length,
    channels: compared,
    shift,
    spread: spreads[Math.floor(compared / 2)] ?? 0,
  };
}

function momentsOf(outputs: readonly Float32Array[], channel: number, channels: number) {
  let count = 0;
  let sum = 0;
  for (const values of outputs)
    for (let i = channel; i < values.length; i += channels, count++) sum += values[i] as number;
  const mean = sum / count;
  let squares = 0;
  for (const values of outputs)
    for (let i = channel; i < values.length; i += channels) squares += ((values[i] as number) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / count) };
}
