import { regions } from '../../../../shared/face';
import type { GroupComparison } from '../../../../shared/people';
import { capital, figure, span } from '../../../../shared/people/figures';
import { regionTitle } from '../../../../shared/people/quantityWords';
import { enrolledSentence, untoldRate } from '../../../../shared/people/verdicts';
import { html, type Markup } from './html';
import { interval, table } from './tables';
import { whiskerColumn } from './whiskers';

/**
 * How each group does: recognition, probability, heat per region, each with persons, photos and its interval.
 * @param under behind each caption: ', under the mask'; empty without one
 */
export function groupsSection(comparison: GroupComparison, source: string, under = ''): Markup {
  const { groups } = comparison;
  const recognition = table({
    caption: `Recognition by group${under} (95 % intervals, over persons)`,
    source,
    heads: ['Group', 'Persons', 'Photos', 'Probability of the name', 'Recognised', 'of persons', 'of photos'],
    figures: groups.map(({ recognised, probability }) => [recognised, probability]),
    rows: groups.map(({ group, persons, photos, named, enrolled, recognised, probability }) => [
      group,
      persons,
      photos,
      interval(probability, { kind: 'probability' }),
      recognised === null ? untoldRate({ enrolled, photos }) : interval(recognised, { kind: 'recognised' }),
      named.persons,
      named.photos,
    ]),
  });
  const enrolled = enrolledSentence(comparison);
  return html`${recognition}${enrolled !== null && html`<p>${enrolled}</p>\n`}${heatTable(comparison, source, under)}`;
}

function heatTable({ groups }: GroupComparison, source: string, under: string): Markup {
  const chart = whiskerColumn(
    groups.flatMap((group) => regions.map((region) => group.regions[region])),
    'per cent',
  );
  const rows = regions.flatMap((region) =>
    groups.map(({ group, persons, photos, regions: shares }) => {
      const share = shares[region];
      const quantity = { kind: 'region', region } as const;
      return [
        capital(regionTitle(region)),
        group,
        chart.cell(share),
        figure(share.mean, quantity),
        span(share, quantity),
        persons,
        photos,
      ];
    }),
  );
  return table({
    names: 2,
    caption: `Heat per region by group${under}`,
    source: `${source} · share of the map’s heat, the mean over persons`,
    heads: ['Region', 'Group', chart.head, 'Mean', '95 % interval', 'Persons', 'Photos'],
    figures: groups.map((group) => group.regions),
    rows,
  });
}
