import {
  type GroupComparison,
  type GroupDifference,
  type GroupSummary,
  type GroupTests,
  minimumPersons,
  type TooFew,
  type Untested,
} from '../people';
import { count, difference, span, testShare } from './figures';
import { conditionNames } from './quantities';
import { conditionWords, isShare, quantityTitle } from './quantityWords';

/** Expected share of wrong findings among those that are told as differences. */
export const falseDiscoveryRate = 0.05;

export const isFound = ({ q }: Pick<GroupDifference, 'q'>): boolean => q < falseDiscoveryRate;

/**
 * Differences between people that tests show; what only differs between their photos is told by `confounderSentence`.
 */
export const shownDifferences = (differences: readonly GroupDifference[]): readonly GroupDifference[] =>
  differences.filter((one) => isFound(one) && one.quantity.kind !== 'condition');

/**
 * What a test shows, and no more: 'More heat on the eyes in A than in B: +3.1 points (95 %: 0.5 to 5.7; q = 0.030).'
 */
export function differenceSentence(found: GroupDifference): string {
  const { groups, quantity, q } = found;
  const [first, second] = groups;
  const title = quantityTitle(quantity);
  const figures = `${difference(found.difference, quantity)} (${spanWords(found)}; q ${equals(q)})`;
  if (!isFound(found)) return `No difference shown in ${title} between ${first} and ${second}: ${figures}.`;
  const more = found.difference > 0;
  const word = isShare(quantity) ? (more ? 'More' : 'Less') : more ? 'Higher' : 'Lower';
  return `${word} ${title} in ${first} than in ${second}: ${figures}.`;
}

/** '95 %: 0.5 to 5.7'. */
const spanWords = (found: GroupDifference) =>
  Number.isNaN(found.low) ? 'no interval' : `95 %: ${span(found, found.quantity)}`;

const equals = (share: number) => (share < 0.001 ? testShare(share) : `= ${testShare(share)}`);

/** Pairs of groups that were tested, each once, in order. */
export function testedPairs({ differences }: Pick<GroupTests, 'differences'>): readonly (readonly [string, string])[] {
  const pairs = new Map(differences.map(({ groups }) => [JSON.stringify(groups), groups]));
  return [...pairs.values()];
}

type Tests = Pick<GroupTests, 'tests' | 'splits' | 'seed' | 'differences'>;

/** What was compared with what, as one sentence above a table of tests. */
export function testsSentence({ tests, splits, seed, differences }: Tests): string {
  const found = differences.filter(isFound).length;
  return (
    `${count(tests, 'test')}, each by permuting persons (all splits of a few, ${splits.toLocaleString('en')} of many; ` +
    `seed ${seed}); q after Benjamini and Hochberg over all of them. ${found === 0 ? 'None' : found} with q < ${falseDiscoveryRate}.`
  );
}

/**
 * What a test between the changes of two groups shows: 'The mask changes the share recognised in A and B differently:
 * …'. The change is with the mask minus without it.
 */
export function lossSentence(found: GroupDifference): string {
  const { groups, quantity, q } = found;
  const [first, second] = groups;
  return (
    `The mask changes ${quantityTitle(quantity)} differently in ${first} and ${second}: the change in ${first} minus that in ` +
    `${second} is ${difference(found.difference, quantity)} (${spanWords(found)}; q ${equals(q)}).`
  );
}

/** Why something is not tested between two groups that are large enough: of how many persons it can be told. */
export function untestedSentence({ groups, quantity, sizes }: Untested): string {
  const have = sizes.map(({ persons }, i) => `${count(persons, 'person')} of ${groups[i]}`);
  return (
    `Not tested between ${groups[0]} and ${groups[1]}: ${quantityTitle(quantity)}. It can be told of ${list(have)}, and takes ` +
    `${minimumPersons} of each.`
  );
}

/** Of photos that the gallery holds itself, whose name is no finding; null where there are none. */
export function enrolledSentence({ groups }: Pick<GroupComparison, 'groups'>): string | null {
  const sum = (photos: readonly number[]) => photos.reduce((all, one) => all + one, 0);
  const enrolled = sum(groups.map((group) => group.enrolled.photos));
  if (enrolled === 0) return null;
  const all = sum(groups.map(({ photos }) => photos));
  return (
    `Recognised by definition: the gallery holds ${enrolled === all ? 'every one' : enrolled.toLocaleString('en')} of these ` +
    `${count(all, 'photo')} itself, so that finding the name proves nothing. They count in no recognition rate without a mask; under one they do. For a rate, ` +
    'keep other photos of the same people in the gallery.'
  );
}

/** What stands for a group's recognition rate where it has none. */
export const untoldRate = ({ enrolled, photos }: Pick<GroupSummary, 'enrolled' | 'photos'>): string =>
  enrolled.photos > 0 && enrolled.photos === photos ? 'by definition' : 'cannot be told';

/** Why there is no verdict: how many persons there are, and how many it would take. */
export function refusalSentence({ needed, forLargeEffect, tests, groups }: TooFew): string {
  const have = list(groups.map(({ group, persons }) => `${group} has ${count(persons, 'person')}`));
  const missing = list(groups.map(({ group, persons }) => `${needed - persons} more in ${group}`));
  return (
    `Too few persons for a verdict: each group needs at least ${needed}, and ${have}. It would take ${missing}; to find a ` +
    `large difference (Hedges’ g of 0.8) four times out of five, were it the only one in ${count(tests, 'test')}, ` +
    `${forLargeEffect} in each group.`
  );
}

/** Whether the photos of two groups differ in what can be measured of them, beside the people. */
export function confounderSentence(
  { differences }: GroupComparison,
  [first, second]: readonly [string, string],
): string {
  const of = differences.filter(({ groups }) => groups[0] === first && groups[1] === second);
  const differing = of.filter((one) => one.quantity.kind === 'condition' && isFound(one));
  if (differing.length === 0)
    return (
      `In ${list(conditionNames.map((condition) => conditionWords[condition].title))} no difference was shown between the ` +
      `photos of ${first} and ${second}. That does not show that they are alike, and other things were not measured.`
    );
  return (
    `The photos of ${first} and ${second} also differ in ${list(differing.map(({ quantity }) => quantityTitle(quantity)))}: ` +
    'what looks like a difference between people may be one between photos.'
  );
}

/** 'a', 'a and b', 'a, b and c'. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
