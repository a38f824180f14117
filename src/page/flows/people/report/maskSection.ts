import { regions } from '../../../../shared/face';
import type { Interval, MaskLosses } from '../../../../shared/people';
import { capital, points, span } from '../../../../shared/people/figures';
import { isFound, lossSentence, testedPairs, testsSentence } from '../../../../shared/people/verdicts';
import { differencesSection, pairTable, refusals } from './differencesSection';
import { groupsSection } from './groupsSection';
import { html, type Markup } from './html';
import type { ReportMask } from './reportContent';
import { table, withSpan } from './tables';

/** A change with its interval, in points: '−12.3 points (−15.0 to −9.1)'. */
export const change = (value: Interval | null): string =>
  value === null ? 'cannot be told' : withSpan(points(value.mean), span(value, { kind: 'probability' }));

/** What a mask over all faces costs each group, which group more, and how the groups compare under it. */
export function maskSection({ name, losses, comparison }: ReportMask, source: string): Markup {
  return html`${losses !== null && lossTables(losses, name, source)}${
    losses !== null && losses.groups.length > 1 && between(losses, source)
  }${
    comparison !== null &&
    html`<h3>The groups under the mask</h3>${groupsSection(comparison, source)}${differencesSection(comparison, source)}`
  }`;
}

const lossTables = ({ groups }: MaskLosses, name: string, source: string) =>
  html`${table({
    caption: `With the mask minus without it, photo by photo: ${name}`,
    source,
    heads: [
      'Group',
      'Persons',
      'Photos',
      'Probability of the name without the mask',
      'Recognised',
      'of persons',
      'of photos',
    ],
    rows: groups.map(({ group, persons, photos, named, recognised, probability }) => [
      group,
      persons,
      photos,
      change(probability),
      change(recognised),
      named.persons,
      named.photos,
    ]),
  })}${table({
    caption: 'Change of the heat per region',
    source,
    heads: ['Region', ...groups.map(({ group }) => group)],
    rows: regions.map((region) => [capital(region), ...groups.map((loss) => change(loss.regions[region]))]),
  })}`;

/** Which group the mask changes more, and how sure that is. */
const between = (losses: MaskLosses, source: string) => html`<h3>Which group does the mask change more?</h3>
${refusals(losses)}${losses.differences.length > 0 && html`<p>${testsSentence(losses)}</p>`}
<ul>${losses.differences.filter(isFound).map((one) => html`<li>${lossSentence(one)}</li>`)}</ul>
${testedPairs(losses).map(([first, second]) =>
  pairTable(
    losses.differences.filter(({ groups: [a, b] }) => a === first && b === second),
    `The change in ${first} minus that in ${second}`,
    source,
  ),
)}`;
