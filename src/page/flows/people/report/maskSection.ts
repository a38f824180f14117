import { regions } from '../../../../shared/face';
import type { Interval } from '../../../../shared/people';
import { points, span } from '../../../../shared/people/figures';
import { differencesSection } from './differencesSection';
import { groupsSection } from './groupsSection';
import { html, type Markup } from './html';
import type { ReportMask } from './reportContent';
import { table, withSpan } from './tables';

/** A change with its interval, in points: '−12.3 points (−15.0 to −9.1)'. */
export const change = (value: Interval | null): string =>
  value === null ? 'cannot be told' : withSpan(points(value.mean), span(value, { kind: 'probability' }));

/** What a mask over all faces costs each group, and how the groups compare under it. */
export function maskSection(masked: ReportMask, source: string): Markup {
  const { losses, comparison } = masked;
  return html`${table({
    caption: `With the mask minus without it, photo by photo: ${masked.name}`,
    source,
    heads: ['Group', 'Persons', 'Photos', 'Recognised', 'Probability of the name without the mask'],
    rows: losses.map(({ group, persons, photos, recognised, probability }) => [
      group,
      persons,
      photos,
      change(recognised),
      change(probability),
    ]),
  })}${table({
    caption: 'Change of the heat per region',
    source,
    heads: ['Region', ...losses.map(({ group }) => group)],
    rows: regions.map((region) => [region, ...losses.map((loss) => change(loss.regions[region]))]),
  })}${
    comparison !== null &&
    html`<h3>The groups under the mask</h3>${groupsSection(comparison, source)}${differencesSection(comparison, source)}`
  }`;
}
