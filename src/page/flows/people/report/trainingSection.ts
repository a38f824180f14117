import type { Interval } from '../../../../shared/people';
import { figure, span } from '../../../../shared/people/figures';
import type { HeadResult, TrainingStudy } from '../../../../shared/people/trainingStudy';
import { headTitles, heldOutSentence, viewTitles } from '../../../../shared/people/trainingWords';
import { html, type Markup } from './html';
import { change } from './maskSection';
import { table, withSpan } from './tables';

/** What training on masked copies, and balancing the groups, does to the identity head: the heads side by side. */
export function trainingSection(training: TrainingStudy, source: string): Markup {
  const { results, changes } = training;
  return html`<p>${heldOutSentence(training)}</p>
${table({
  caption: 'Held-out photos, named by each head (95 % intervals)',
  source,
  names: 3,
  heads: [
    'Shown',
    'Group',
    'Head',
    'Recognised',
    'Probability of the own name',
    'Heat on the eyes',
    'Persons',
    'Photos',
  ],
  rows: results.map((result) => [
    viewTitles[result.view],
    result.group ?? 'all',
    headTitles[result.head],
    value(result.recognised),
    value(result.probability),
    value(result.regions.eyes),
    ...sizes(result),
  ]),
})}${table({
  caption: 'Against the plain head, on the same photos',
  source,
  names: 3,
  heads: ['Shown', 'Group', 'Head', 'Recognised', 'Probability of the own name', 'Heat on the eyes'],
  rows: changes.map(({ view, group, head, recognised, probability, regions }) => [
    viewTitles[view],
    group ?? 'all',
    headTitles[head],
    change(recognised),
    change(probability),
    change(regions.eyes),
  ]),
})}`;
}

const value = (interval: Interval) =>
  withSpan(figure(interval.mean, { kind: 'probability' }), span(interval, { kind: 'probability' }));
const sizes = ({ persons, photos }: HeadResult) => [persons, photos];
