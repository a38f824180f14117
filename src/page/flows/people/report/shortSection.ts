import type { GroupDifference, GroupTests } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { trainingSummary } from '../../../../shared/people/trainingWords';
import { differenceSentence, isFound, lossSentence, refusalSentence } from '../../../../shared/people/verdicts';
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
      : foundIn(comparison, differenceSentence)),
    ...(masked === null || masked.losses === null
      ? []
      : foundIn(masked.losses, lossSentence, `Changes by the mask (${masked.name}): `)),
  ];
  const summary = training === null ? null : trainingSummary(training);
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}${
    summary !== null &&
    training !== null &&
    html`<li>${summary} ${count(training.persons, 'person')}; the part below has the intervals.</li>`
  }</ul>`;
}

/** What tests showed; or that they showed nothing, or were refused. */
function foundIn(
  { differences, tests, tooFew }: GroupTests,
  sentence: (found: GroupDifference) => string,
  where = '',
): readonly string[] {
  const found = differences.filter(isFound);
  const none = `${where}${count(tests, 'test')} between groups, and none shows a difference (q < 0.05). That does not show that there is none.`;
  return [
    ...found.map((one) => `${where}${sentence(one)}`),
    ...(tests > 0 && found.length === 0 ? [none] : []),
    ...(tooFew === null ? [] : [`${where}${refusalSentence(tooFew)}`]),
  ];
}
