import { type ChannelStatistics, histogramBins } from '../../../shared/inputCheck';

/** Smallest and largest of all values. */
export function rangeOf(values: Float32Array): readonly [number, number] {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

/**
 * Statistics of one channel of values [.., channels].
 * @param range of the histogram; a value at its upper end counts in the last bin
 */
export function channelStatistics(
  values: Float32Array,
  channel: number,
  channels: number,
  range: readonly [number, number],
): ChannelStatistics {
  const histogram = Array<number>(histogramBins).fill(0);
  const width = range[1] - range[0];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = channel; i < values.length; i += channels) {
    const value = values[i] as number;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    const bin = width > 0 ? Math.floor(((value - range[0]) / width) * histogramBins) : 0;
    const place = Math.min(histogramBins - 1, bin);
    histogram[place] = (histogram[place] ?? 0) + 1;
  }
  const mean = sum / (values.length / channels);
  let squares = 0;
  for (let i = channel; i < values.length; i += channels) squares += ((values[i] as number) - mean) ** 2;
  return { min, mean, max, deviation: Math.sqrt(squares / (values.length / channels)), histogram };
}
