/** What a network gets of a picture, and whether that looks like what it was trained on. */

/** One channel of a network's input, in network-input values. */
export interface ChannelStatistics {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  /** Standard deviation. */
  readonly deviation: number;
  /** Counts in equal bins over the range that all channels share. */
  readonly histogram: readonly number[];
}

/** How the first batch normalisation's output lies against its stored training statistics. */
export interface NormalisedLayer {
  readonly layer: string;
  /** How many pictures it was measured on. */
  readonly pictures: number;
  /** Channels that could be compared: those with a deviation in training. */
  readonly channels: number;
  /** Root mean square over channels of (mean here − mean in training), in standard deviations of the training. */
  readonly shift: number;
  /** Median over channels of the standard deviation here, as a multiple of that in training. */
  readonly spread: number;
}

export interface InputCheck {
  /** Of the first picture, in the network's own channel order; one for a grey network. */
  readonly channels: readonly ChannelStatistics[];
  /** Smallest and largest value of all channels: the histograms' ends. */
  readonly range: readonly [number, number];
  /** Null where the network has no batch normalisation whose statistics are known. */
  readonly normalised: NormalisedLayer | null;
}

/** Bins of a channel's histogram. */
export const histogramBins = 32;
