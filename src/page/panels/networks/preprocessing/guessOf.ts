import { guessPreprocessing, type PreprocessingGuess } from '../../../intake/guessPreprocessing';
import type { NetworkEntry } from '../../../state/networks';

/** What the layers, classes and name of a network say that it was trained with. */
export function guessOf({ spec, loaded }: NetworkEntry): PreprocessingGuess {
  const [first] = loaded?.info.outputs.classes ?? [];
  return guessPreprocessing({
    name: spec.name,
    layers: loaded?.layers.map(({ name }) => name) ?? [],
    classes: first?.labels.length ?? null,
    grey: spec.preprocessing.order === 'grey',
    whole: loaded?.info.wholeNumbers ?? false,
  });
}
