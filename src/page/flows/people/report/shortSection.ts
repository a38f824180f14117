import type { GroupComparison, GroupDifference, GroupTests } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { trainingSummary } from '../../../../shared/people/trainingWords';
import {
  confounderSentence,
  differenceSentence,
  falseDiscoveryRate,
  isFound,
  lossSentence,
  refusalSentence,
  shownDifferences,
  testedPairs,
  untestedSentence,
} from '../../../../shared/people/verdicts';
import { html, type Markup } from './html';
import type { ReportContent } from './reportContent';

/** Who was measured, and what was shown: the sentences of the parts below, and no more. */
export function shortSection({ comparison, masked, training }: ReportContent): Markup {
  const sentences: readonly string[] = [
    ...(comparison?.groups ?? []).map(
      ({ group, persons, photos }) => `${group}: ${count(persons, 'person')}, ${count(photos, 'photo')}.`,
    ),
    ...(comparison === null
      ? ['No photo is in a group: nothing is compared.']
      : [...findings(comparison, differenceSentence), ...confounders(comparison)]),
    ...(masked === null || masked.losses === null
      ? []
      : findings(masked.losses, lossSentence, `Changes by the mask (${masked.name}): `)),
    ...(masked === null || masked.comparison === null
      ? []
      : findings(masked.comparison, differenceSentence, `Under the mask (${masked.name}): `)),
  ];
  const summary = training === null ? null : trainingSummary(training);
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}${
    summary !== null &&
    training !== null &&
    html`<li>${summary} ${count(training.persons, 'person')}; the part below has the intervals.</li>`
  }</ul>`;
}

/** What tests showed; or that they showed nothing, or were refused. */
function findings(
  { differences, tests, tooFew, untested }: GroupTests,
  sentence: (found: GroupDifference) => string,
  where = '',
): readonly string[] {
  const found = shownDifferences(differences);
  const none =
    `${where}${count(tests, 'test')} between groups, and none shows a difference between people ` +
    `(q < ${falseDiscoveryRate}). That does not show that there is none.`;
  return [
    ...found.map((one) => `${where}${sentence(one)}`),
    ...(tests > 0 && found.length === 0 ? [none] : []),
    ...(tooFew === null ? [] : [`${where}${refusalSentence(tooFew)}`]),
    ...untested.map((one) => `${where}${untestedSentence(one)}`),
  ];
}

/** Of pairs of groups whose photos were shown to differ. */
const confounders = (comparison: GroupComparison): readonly string[] =>
  testedPairs({
    differences: comparison.differences.filter((one) => one.quantity.kind === 'condition' && isFound(one)),
  }).map((pair) => confounderSentence(comparison, pair));
