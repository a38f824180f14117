import type { GroupComparison, GroupDifference, GroupTests } from '../../../../shared/people';
import { capital, count, decimal, difference, span, testShare } from '../../../../shared/people/figures';
import { isShare, quantityTitle } from '../../../../shared/people/quantityWords';
import {
  confounderSentence,
  differenceSentence,
  isFound,
  refusalSentence,
  shownDifferences,
  testedPairs,
  testsSentence,
  untestedSentence,
} from '../../../../shared/people/verdicts';
import { type HeadingLevel, heading } from './heading';
import { html, type Markup } from './html';
import { table } from './tables';
import { differenceAsInterval, differenceColumn, type WhiskerColumn } from './whiskers';

interface Place {
  readonly source: string;
  /** Of a pair's heading. */
  readonly level: HeadingLevel;
  /** Behind each caption: ', under the mask'; empty without one. */
  readonly under?: string;
}

/** What was found between groups, or why nothing was asked; of each pair one table, and whether its photos differ. */
export function differencesSection(comparison: GroupComparison, { source, level, under = '' }: Place): Markup {
  const { groups } = comparison;
  const sizes = (name: string) => {
    const group = groups.find((one) => one.group === name);
    return `${name}: ${count(group?.persons ?? 0, 'person')}, ${count(group?.photos ?? 0, 'photo')}`;
  };
  const chart = differenceColumn(comparison.differences);
  return html`${refusals(comparison)}
${groups.length < 2 && html`<p>A difference needs two groups, and these photos are all in one.</p>`}
${comparison.differences.length > 0 && html`<p>${testsSentence(comparison)}</p>`}
${testedPairs(comparison).map((pair) => {
  const of = comparison.differences.filter(({ groups: [a, b] }) => a === pair[0] && b === pair[1]);
  return html`${heading(level, `${pair[0]} and ${pair[1]}${under}`)}${shownIn(of)}
${pairTable(of, {
  caption: `Differences${under}: ${pair[0]} minus ${pair[1]}`,
  source: `${source} · ${pair.map(sizes).join(' · ')}`,
  chart,
})}
${of.some(({ quantity }) => quantity.kind === 'condition') && html`<p>${confounderSentence(comparison, pair)}</p>`}`;
})}`;
}

/** What was found in words, so that nobody has to look for it in the table; and that nothing was. */
function shownIn(differences: readonly GroupDifference[]): Markup {
  const found = shownDifferences(differences);
  if (found.length === 0)
    return html`<p>No difference was shown in recognition, probability or heat. That does not show that there is none.</p>`;
  return html`<ul>${found.map((one) => html`<li>${differenceSentence(one)}</li>`)}</ul>`;
}

/** Why nothing is said of some groups, or of some quantities. */
export const refusals = ({ tooFew, untested }: Pick<GroupTests, 'tooFew' | 'untested'>): Markup =>
  html`${tooFew !== null && html`<p class="refusal">${refusalSentence(tooFew)}</p>`}${untested.map(
    (one) => html`<p class="refusal">${untestedSentence(one)}</p>`,
  )}`;

interface PairInput {
  readonly caption: string;
  readonly source: string;
  /** One axis for all tables beside each other. */
  readonly chart: WhiskerColumn;
}

/** Tests between two groups. */
export function pairTable(differences: readonly GroupDifference[], { caption, source, chart }: PairInput): Markup {
  const conditions = differences.some(({ quantity }) => !isShare(quantity));
  return table({
    caption,
    source: `${source} · intervals: 95 %, each for itself, not corrected for the number of tests${conditions ? ' · conditions have units of their own, and no chart' : ''}`,
    heads: ['Quantity', chart.head, 'Difference', '95 % interval', 'p', 'q', 'Hedges’ g', 'Persons', 'Photos'],
    figures: differences,
    rows: differences.map((one) => [
      capital(quantityTitle(one.quantity)),
      isShare(one.quantity) ? chart.cell(differenceAsInterval(one)) : '',
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
