import type { PerturbationCurve, RandomisationStep, Target } from '../../../../../shared/explain';
import { formatDecimal } from '../../../../ui/formatDecimal';

/** Areas that differ by less look the same in two decimals. */
const noDifference = 0.005;
/** Cohen's words for a correlation: from 0.5 on it is large, below 0.1 none to speak of. */
const large = 0.5;
const small = 0.1;

/**
 * What a pair of curves says, from its areas: also where the map is no better than chance. Null until both are there.
 */
export function perturbationSentence(
  curves: readonly PerturbationCurve[],
  kind: PerturbationCurve['kind'],
  target: Target['kind'],
): string | null {
  const area = (order: PerturbationCurve['order']) => curves.find((c) => c.kind === kind && c.order === order)?.area;
  const [map, random] = [area('map'), area('random')];
  if (map === undefined || random === undefined) return null;
  const score = target === 'similarity' ? 'similarity' : 'probability';
  const verb =
    kind === 'deletion'
      ? `Deleting in the map’s order lowers the ${score}`
      : `Inserting in the map’s order raises the ${score}`;
  const gain = kind === 'deletion' ? random - map : map - random;
  const than = Math.abs(gain) < noDifference ? 'as fast as' : gain > 0 ? 'faster than' : 'more slowly than';
  return `${verb} ${than} a random order: area ${formatDecimal(map)} against ${formatDecimal(random)}.`;
}

/** What the last step says, in which all weights are random. Null before the first. */
export function randomisationSentence(steps: readonly RandomisationStep[]): string | null {
  const last = steps.at(-1);
  if (last === undefined) return null;
  const { correlation } = last;
  const weights = `With random weights down to ${last.layer}`;
  if (Number.isNaN(correlation)) return `${weights} the map is the same everywhere: there is no order left to compare.`;
  const figure = `${weights} the map’s rank correlation with the trained network’s is ${formatDecimal(correlation)}`;
  const size = Math.abs(correlation);
  if (size >= large) return `${figure}: it hardly changes, so it depends little on what the network has learned.`;
  if (size < small) return `${figure}: nothing of it is left, so it depends on what the network has learned.`;
  return `${figure}: it changes, but part of it would be there whatever the network had learned.`;
}
