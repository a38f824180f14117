import { commonOf, samePreprocessing } from '../../../intake/commonPreprocessings';
import { guessOf } from '../../../intake/guessOf';
import type { NetworkEntry } from '../../../state/networks';

/** Who says what is done to a pixel, and what else there is to say for it: sentences for a person. */
export function whoSays(entry: Pick<NetworkEntry, 'spec' | 'loaded'>): string {
  const { spec, loaded } = entry;
  if (spec.source.format !== 'files') return 'As the code does it that published the network.';
  const guess = guessOf(entry);
  const named = commonOf(spec.preprocessing)?.title;
  const which = named === undefined ? '' : `${named}. `;
  if (loaded === null) return which;
  const same = samePreprocessing(guess.preprocessing, spec.preprocessing);
  if (same && spec.preprocessingGiven !== true) return `${which}Guessed ${guess.reason}.`;
  const other = same ? 'the same' : commonOf(guess.preprocessing)?.title;
  return `${which}Set by hand, by a script, or by who offers it. The guess would be ${other}, ${guess.reason}.`;
}
