import { regions } from '../../../../shared/face';
import type { Counts, Interval, MaskLoss, MaskLosses } from '../../../../shared/people';
import { capital, count, percent, points, span } from '../../../../shared/people/figures';
import { regionTitle } from '../../../../shared/people/quantityWords';
import { isFound, list, lossSentence, testedPairs, testsSentence } from '../../../../shared/people/verdicts';
import { differencesSection, pairTable, refusals } from './differencesSection';
import { groupsSection } from './groupsSection';
import { heading } from './heading';
import { html, type Markup } from './html';
import { mapsSection } from './mapsSection';
import type { ReportMask } from './reportContent';
import { table, withSpan } from './tables';
import { differenceColumn, whiskerColumn } from './whiskers';

/** A change with its interval, in points: '−12.3 points (−15.0 to −9.1)'. */
export const change = (value: Interval | null): string =>
  value === null ? 'cannot be told' : withSpan(points(value.mean), span(value, { kind: 'probability' }));

const under = ', under the mask';

/** Which mask it was, what it costs each group, which group more, and how the groups compare under it. */
export function maskSection(mask: ReportMask, source: string): Markup {
  const { losses, comparison, maps } = mask;
  return html`${whichMask(mask)}${losses !== null && html`${heading(3, 'What it changes')}${lossTable(losses, source)}`}${
    losses !== null && losses.groups.length > 1 && between(losses, source)
  }${maps.length > 0 && html`${heading(3, 'Maps on the mean face, under the mask')}<p>Hatched: ${mask.name}, where it lies on the mean face.</p>${maps.map((one) => mapsSection(one, 4, source))}`}${
    comparison !== null &&
    html`${heading(3, 'The groups under the mask')}${groupsSection(comparison, source, under)}${differencesSection(comparison, { source, level: 4, under })}`
  }`;
}

/** Its place on the mean face, what it is filled with, how much it hides, and where it could not be measured. */
function whichMask({ name, fills, picture, covered, photos, failures }: ReportMask): Markup {
  const failed = failures.length === 0 ? 'none failed' : `${failures.length} failed, listed below`;
  const facts: readonly (readonly [string, string])[] = [
    ['Mask', name],
    ['Filled with', list(fills)],
    [
      'Hides',
      `${percent(covered.mean)} of the face’s pixels, the mean of ${count(photos, 'photo')} (the least ${percent(covered.least)}, the most ${percent(covered.most)})`,
    ],
    ['Photos', `${photos} measured under it, ${failed}`],
    ['Maps', 'they explain the name that a photo has without the mask'],
  ];
  return html`<div class="beside"><figure><img src="${picture}" alt="${name} on the mean face: what is dark is hidden" width="216" height="216"><figcaption>The mask on the mean face. Dark: hidden.</figcaption></figure>
<dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl></div>
${failures.length > 0 && failedUnder(failures)}`;
}

const failedUnder = (failures: ReportMask['failures']) =>
  table({
    caption: `${count(failures.length, 'photo')} could not be measured under the mask`,
    source: 'left out of all figures under the mask, and of all changes by it',
    heads: ['Photo', 'Why', 'What to do'],
    names: 3,
    words: true,
    rows: failures.map(({ file, message, remedy }) => [file, message, remedy]),
  });

/** What is told of a group's change, and of how many persons and photos it can be. */
type Line = readonly [title: string, read: (loss: MaskLoss) => readonly [Interval | null, Counts]];

const lines: readonly Line[] = [
  ['recognised', ({ recognised, named }) => [recognised, named]],
  ['probability of the name without the mask', (loss) => [loss.probability, loss]],
  ...regions.map((region): Line => [regionTitle(region), (loss) => [loss.regions[region], loss]]),
];

function lossTable({ groups }: MaskLosses, source: string): Markup {
  const figures = lines.flatMap(([, read]) => groups.map((loss) => read(loss)[0]));
  const chart = whiskerColumn(figures, 'percentage points');
  return table({
    names: 2,
    caption: 'With the mask minus without it, photo by photo',
    source: `${source} · the mean over persons`,
    heads: ['Quantity', 'Group', chart.head, 'Change', '95 % interval', 'Persons', 'Photos'],
    figures,
    rows: lines.flatMap(([title, read]) =>
      groups.map((loss) => {
        const [value, { persons, photos }] = read(loss);
        const cells =
          value === null
            ? ['', 'cannot be told', '–']
            : [chart.cell(value), points(value.mean), span(value, { kind: 'probability' })];
        return [capital(title), loss.group, ...cells, persons, photos];
      }),
    ),
  });
}

/** Which group the mask changes more, and how sure that is. */
function between(losses: MaskLosses, source: string): Markup {
  const chart = differenceColumn(losses.differences);
  const found = losses.differences.filter(isFound);
  return html`${heading(3, 'Which group does the mask change more?')}${refusals(losses)}${losses.differences.length > 0 && html`<p>${testsSentence(losses)}</p>`}
${found.length > 0 && html`<ul>${found.map((one) => html`<li>${lossSentence(one)}</li>`)}</ul>`}
${testedPairs(losses).map(([first, second]) =>
  pairTable(
    losses.differences.filter(({ groups: [a, b] }) => a === first && b === second),
    { caption: `The change in ${first} minus that in ${second}`, source, chart },
  ),
)}`;
}
