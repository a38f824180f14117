import { readyTitles } from '../../../src/shared/mask/maskName';
import type { ReadyMaskId } from '../../../src/shared/mask/readyMaskIds';
import { quantile } from '../recognition/summarise';
import type { MaskTrial, MeasuredMasks } from './trial';

/** What one mask does to all faces, for one network. */
export interface MaskRow {
  readonly network: string;
  readonly title: string;
  readonly faces: number;
  /** Median share of the face that is hidden. */
  readonly covered: number;
  /** Median, smallest, largest: of the own name's probability. */
  readonly probability: readonly [number, number, number];
  /** Faces whose own name is still the most probable one, near enough or not. */
  readonly first: number;
  /** Share of the faces that the network names otherwise than without a mask: nobody, or somebody else. */
  readonly changed: number;
  readonly nobody: number;
  readonly other: number;
}

/** The rows of docs/masks.md's second table: network by network, mask by mask, the open face first. */
export function summarise({ trials }: MeasuredMasks): readonly MaskRow[] {
  const networks = [...new Set(trials.map(({ network }) => network))];
  const masks = [...new Set(trials.map(({ mask }) => mask))];
  return networks.flatMap((network) => {
    const own = trials.filter((trial) => trial.network === network);
    return masks.map((mask) => rowOf(network, mask, own));
  });
}

export const titleOf = (mask: ReadyMaskId | null): string => (mask === null ? 'none' : readyTitles[mask].toLowerCase());

/** @param trials of the network, under all masks */
function rowOf(network: string, mask: ReadyMaskId | null, trials: readonly MaskTrial[]): MaskRow {
  const group = trials.filter((trial) => trial.mask === mask);
  const open = new Map(trials.filter((trial) => trial.mask === null).map(({ person, named }) => [person, named]));
  const share = (is: (trial: MaskTrial) => boolean) => group.filter(is).length / group.length;
  const isChanged = ({ person, named }: MaskTrial) => named !== open.get(person);
  const probabilities = group.map(({ probability }) => probability);
  return {
    network,
    title: titleOf(mask),
    faces: group.length,
    covered: quantile(
      group.map(({ covered }) => covered),
      0.5,
    ),
    probability: [quantile(probabilities, 0.5), Math.min(...probabilities), Math.max(...probabilities)],
    first: group.filter(({ rank }) => rank === 0).length,
    changed: share(isChanged),
    nobody: share((trial) => isChanged(trial) && trial.named === -1),
    other: share((trial) => isChanged(trial) && trial.named !== -1),
  };
}
