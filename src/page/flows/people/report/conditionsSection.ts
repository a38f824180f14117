import type { GroupComparison } from '../../../../shared/people';
import { capital } from '../../../../shared/people/figures';
import { conditionNames } from '../../../../shared/people/quantities';
import { conditionWords } from '../../../../shared/people/quantityWords';
import { html, type Markup } from './html';
import { interval, table } from './tables';

/** What may differ between the groups' photos, beside the people. */
export function conditionsSection({ groups }: GroupComparison): Markup {
  return html`<p>What looks like a difference between people may be one between photos. Measured on each photo, averaged by
person:</p>
<ul>${conditionNames.map((condition) => html`<li>${conditionWords[condition].title}: ${conditionWords[condition].meaning}</li>`)}</ul>
${table({
  caption: 'The groups’ photos (means over persons, 95 % intervals)',
  source: 'measured on the photos without a mask; not on the maps',
  heads: ['Group', 'Persons', 'Photos', ...conditionNames.map((condition) => capital(conditionWords[condition].title))],
  figures: groups.map(({ conditions }) => conditions),
  rows: groups.map((group) => [
    group.group,
    group.persons,
    group.photos,
    ...conditionNames.map((condition) => interval(group.conditions[condition], { kind: 'condition', condition })),
  ]),
})}`;
}
