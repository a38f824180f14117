import type { LoadedNetwork, NetworkSpec } from '../../shared/network';
import { guessPreprocessing, type PreprocessingGuess } from './guessPreprocessing';

/** What the layers, classes and name of a network say that it was trained with; little before it is loaded. */
export function guessOf({
  spec,
  loaded,
}: {
  readonly spec: NetworkSpec;
  readonly loaded: LoadedNetwork | null;
}): PreprocessingGuess {
  const [first] = loaded?.info.outputs.classes ?? [];
  const lastDense = loaded?.layers.findLast(({ kind }) => kind === 'Dense');
  return guessPreprocessing({
    name: spec.name,
    layers: loaded?.layers.map(({ name }) => name) ?? [],
    classes: first?.labels.length ?? lastDense?.outputShape.at(-1) ?? null,
    grey: spec.preprocessing.order === 'grey',
    whole: loaded?.info.wholeNumbers ?? false,
  });
}
