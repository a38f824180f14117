import type { GroupComparison, GroupDifference, GroupTests } from '../../../../shared/people';
import { capital, count, decimal, difference, span, testShare } from '../../../../shared/people/figures';
import { quantityTitle } from '../../../../shared/people/quantityWords';
import {
  confounderSentence,
  differenceSentence,
  isFound,
  refusalSentence,
  testedPairs,
  testsSentence,
  untestedSentence,
} from '../../../../shared/people/verdicts';
import { html, type Markup } from './html';
import { axisOf, table, whisker } from './tables';

/** What was found between groups, or why nothing was asked; of each pair one table, and whether its photos differ. */
export function differencesSection(comparison: GroupComparison, source: string): Markup {
  const { groups } = comparison;
  const sizes = (name: string) => {
    const group = groups.find((one) => one.group === name);
    return `${name}: ${count(group?.persons ?? 0, 'person')}, ${count(group?.photos ?? 0, 'photo')}`;
  };
  return html`${refusals(comparison)}
${comparison.differences.length > 0 && html`<p>${testsSentence(comparison)}</p>`}
${testedPairs(comparison).map((pair) => {
  const of = comparison.differences.filter(({ groups: [a, b] }) => a === pair[0] && b === pair[1]);
  return html`<h3>${pair[0]} and ${pair[1]}</h3>
<ul>${of
    .filter((one) => isFound(one) && one.quantity.kind !== 'condition')
    .map((one) => html`<li>${differenceSentence(one)}</li>`)}</ul>
${pairTable(of, `Differences: ${pair[0]} minus ${pair[1]}`, `${source} · ${pair.map(sizes).join(' · ')}`)}
${of.some(({ quantity }) => quantity.kind === 'condition') && html`<p>${confounderSentence(comparison, pair)}</p>`}`;
})}`;
}

/** Why nothing is said of some groups, or of some quantities. */
export const refusals = ({ tooFew, untested }: Pick<GroupTests, 'tooFew' | 'untested'>): Markup =>
  html`${tooFew !== null && html`<p class="refusal">${refusalSentence(tooFew)}</p>`}${untested.map(
    (one) => html`<p class="refusal">${untestedSentence(one)}</p>`,
  )}`;

/** Tests between two groups. */
export function pairTable(differences: readonly GroupDifference[], caption: string, source: string): Markup {
  const shares = differences.filter(({ quantity }) => quantity.kind !== 'condition');
  const axis = axisOf(shares.map(asInterval));
  return table({
    caption,
    source: `${source} · the chart is for shares, in points`,
    heads: ['Quantity', 'Chart', 'Difference', '95 %', 'p', 'q', 'Hedges’ g', 'Persons', 'Photos'],
    rows: differences.map((one) => [
      capital(quantityTitle(one.quantity)),
      one.quantity.kind === 'condition' ? '' : whisker(asInterval(one), axis),
      difference(one.difference, one.quantity),
      span(one, one.quantity),
      testShare(one.p),
      html`<span class="${isFound(one) ? 'found' : 'plain'}">${testShare(one.q)}</span>`,
      decimal(one.effect, 2),
      one.sizes.map(({ persons }) => persons).join(' and '),
      one.sizes.map(({ photos }) => photos).join(' and '),
    ]),
  });
}

const asInterval = ({ difference: mean, low, high }: GroupDifference) => ({ mean, low, high });
