import type { NormalisedLayer } from '../../../shared/inputCheck';
import type { TrainedStatistics } from '../../network/graph';
import { channelStatistics } from './channelStatistics';

/** A channel that hardly varied in training says nothing of the input. */
const leastDeviation = 1e-3;

/**
 * A layer's output on one picture against the mean and deviation that it had in training, channel by channel.
 * @param values [height, width, channels]
 */
export function againstTraining(layer: string, values: Float32Array, trained: TrainedStatistics): NormalisedLayer {
  const channels = trained.mean.length;
  const spreads: number[] = [];
  let squares = 0;
  for (let c = 0; c < channels; c++) {
    const expected = trained.deviation[c] ?? 0;
    if (!(expected > leastDeviation)) continue;
    const { mean, deviation } = channelStatistics(values, c, channels, [0, 0]);
    squares += ((mean - (trained.mean[c] ?? 0)) / expected) ** 2;
    spreads.push(deviation / expected);
  }
  spreads.sort((a, b) => a - b);
  const compared = spreads.length;
  const shift = compared === 0 ? 0 : Math.sqrt(squares / compared);
  return { layer, channels: compared, shift, spread: spreads[Math.floor(compared / 2)] ?? 0 };
}
