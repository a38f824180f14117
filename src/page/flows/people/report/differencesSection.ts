import type { GroupComparison, GroupDifference } from '../../../../shared/people';
import { count, decimal, difference, span, testShare } from '../../../../shared/people/figures';
import { quantityTitle } from '../../../../shared/people/quantityWords';
import {
  confounderSentence,
  differenceSentence,
  isFound,
  refusalSentence,
  testedPairs,
  testsSentence,
} from '../../../../shared/people/verdicts';
import { html, type Markup } from './html';
import { axisOf, table, whisker } from './tables';

/** What was found between groups, or why nothing was asked; of each pair one table, and whether its photos differ. */
export function differencesSection(comparison: GroupComparison, source: string): Markup {
  const { tooFew, groups } = comparison;
  const sizes = (name: string) => {
    const group = groups.find((one) => one.group === name);
    return `${name}: ${count(group?.persons ?? 0, 'person')}, ${count(group?.photos ?? 0, 'photo')}`;
  };
  return html`${tooFew !== null && html`<p class="refusal">${refusalSentence(tooFew)}</p>`}
${comparison.differences.length > 0 && html`<p>${testsSentence(comparison)}</p>`}
${testedPairs(comparison).map((pair) => {
  const of = comparison.differences.filter(({ groups: [a, b] }) => a === pair[0] && b === pair[1]);
  return html`<h3>${pair[0]} and ${pair[1]}</h3>
<ul>${of
    .filter((one) => isFound(one) && one.quantity.kind !== 'condition')
    .map((one) => html`<li>${differenceSentence(one)}</li>`)}</ul>
${pairTable(of, `${source} · ${pair.map(sizes).join(' · ')}`)}
<p>${confounderSentence(comparison, pair)}</p>`;
})}`;
}

function pairTable(differences: readonly GroupDifference[], source: string): Markup {
  const [first] = differences;
  const shares = differences.filter(({ quantity }) => quantity.kind !== 'condition');
  const axis = axisOf(shares.map(asInterval));
  return table({
    caption: first === undefined ? '' : `Differences: ${first.groups[0]} minus ${first.groups[1]}`,
    source: `${source} · the chart is for shares, in points`,
    heads: ['Quantity', 'Chart', 'Difference', '95 %', 'p', 'q', 'Hedges’ g'],
    rows: differences.map((one) => [
      quantityTitle(one.quantity),
      one.quantity.kind === 'condition' ? '' : whisker(asInterval(one), axis),
      difference(one.difference, one.quantity),
      span(one, one.quantity),
      testShare(one.p),
      html`<span class="${isFound(one) ? 'found' : 'plain'}">${testShare(one.q)}</span>`,
      decimal(one.effect, 2),
    ]),
  });
}

const asInterval = ({ difference: mean, low, high }: GroupDifference) => ({ mean, low, high });
