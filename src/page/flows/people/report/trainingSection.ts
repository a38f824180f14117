import { regions } from '../../../../shared/face';
import type { Interval } from '../../../../shared/people';
import { barePoints, capital, figure, span } from '../../../../shared/people/figures';
import type { HeadResult, TrainingStudy } from '../../../../shared/people/trainingStudy';
import {
  balancedSentence,
  headPairs,
  headRefusals,
  headTitles,
  heldOutSentence,
  leftOutSentence,
  noPairsSentence,
  photosHead,
  trainingSummary,
  triedTitle,
  viewTitles,
} from '../../../../shared/people/trainingWords';
import { testsSentence } from '../../../../shared/people/verdicts';
import { pairTable } from './differencesSection';
import { heading } from './heading';
import { html, type Markup } from './html';
import { change } from './maskSection';
import { table, withSpan } from './tables';
import { differenceColumn } from './whiskers';

/** What training on masked copies, and balancing the groups, does to the identity head: the heads side by side. */
export function trainingSection(training: TrainingStudy, source: string): Markup {
  const notes = [leftOutSentence(training), balancedSentence(training)].filter((note) => note !== null);
  const none = noPairsSentence(training);
  return html`<p>${trainingSummary(training)}</p>
<p>${heldOutSentence(training)}</p>
${notes.map((note) => html`<p>${note}</p>\n`)}${recognition(training, source)}${heat(training, source)}${heading(3, 'Between groups, by head')}${
  none === null
    ? between(training, source)
    : html`<p>${none}</p>
`
}`;
}

const recognition = (training: TrainingStudy, source: string) =>
  html`${table({
    caption: `${triedTitle(training)}, named by each head (95 % intervals)`,
    source,
    names: 3,
    heads: ['Shown', 'Group', 'Head', 'Recognised', 'Probability of the own name', 'Persons', photosHead(training)],
    figures: training.results.map(({ recognised, probability }) => [recognised, probability]),
    rows: training.results.map((result) => [
      ...namesOf(result),
      value(result.recognised),
      value(result.probability),
      ...[result.persons, result.photos],
    ]),
  })}${table({
    caption: 'What the training changes, on the same photos (95 % intervals)',
    source,
    names: 4,
    heads: [
      'Shown',
      'Group',
      'Head',
      'Against',
      'Recognised',
      'Probability of the own name',
      'Persons',
      photosHead(training),
    ],
    figures: training.changes.map(({ recognised, probability }) => [recognised, probability]),
    rows: training.changes.map((one) => [
      ...[...namesOf(one), headTitles[one.against], change(one.recognised), change(one.probability)],
      ...[one.persons, one.photos],
    ]),
  })}`;

function heat(training: TrainingStudy, source: string): Markup {
  const { results, changes } = training;
  return html`${table({
    caption: 'Heat per region, by head (95 % intervals)',
    source: `${source} · share of the heat of the own name’s map`,
    names: 3,
    broad: true,
    heads: ['Shown', 'Group', 'Head', ...regions.map(capital), 'Persons', photosHead(training)],
    figures: results.map((one) => one.regions),
    rows: results.map((result) => [
      ...[...namesOf(result), ...regions.map((region) => value(result.regions[region]))],
      ...[result.persons, result.photos],
    ]),
  })}${table({
    caption: 'What the training changes of the heat, on the same photos, in percentage points (95 % intervals)',
    source,
    names: 4,
    broad: true,
    heads: ['Shown', 'Group', 'Head', 'Against', ...regions.map(capital), 'Persons', photosHead(training)],
    figures: changes.map((one) => one.regions),
    rows: changes.map((one) => [
      ...[...namesOf(one), headTitles[one.against]],
      ...regions.map((region) => bareChange(one.regions[region])),
      ...[one.persons, one.photos],
    ]),
  })}`;
}

/** Group differences of every head in every view; or why nothing is said. */
function between(training: TrainingStudy, source: string): Markup {
  const chart = differenceColumn(training.differences);
  return html`${headRefusals(training).map(
    (sentence) => html`<p class="refusal">${sentence}</p>\n`,
  )}${training.tests > 0 && html`<p>${testsSentence(training)}</p>`}${headPairs(training).map(
    ({ title, differences }) => pairTable(differences, { caption: `Head: ${title}`, source, chart }),
  )}`;
}

const namesOf = ({ view, group, head }: Pick<HeadResult, 'view' | 'group' | 'head'>) => [
  capital(viewTitles[view]),
  group ?? 'all',
  headTitles[head],
];

/** A change in a table whose caption has the unit: '+3.1 (0.5 to 5.7)'. */
const bareChange = (value: Interval): string => withSpan(barePoints(value.mean), span(value, { kind: 'probability' }));

const value = (interval: Interval) =>
  withSpan(figure(interval.mean, { kind: 'probability' }), span(interval, { kind: 'probability' }));
