import { type Cell, csv } from '../../../../shared/csv';
import { type Region, regions } from '../../../../shared/face';
import type { Counts, GroupComparison, GroupDifference, Interval, Quantity } from '../../../../shared/people';
import { allQuantities } from '../../../../shared/people/quantities';
import { figureOf, quantityTitle, regionTitle } from '../../../../shared/people/quantityWords';
import type { HeldOutView, TrainingStudy } from '../../../../shared/people/trainingStudy';
import { viewTitles } from '../../../../shared/people/trainingWords';
import type { ReportContent, ReportMask } from './reportContent';

const heads = [
  'table',
  'mask',
  'group',
  'other group',
  'quantity',
  'value',
  'low (95 %)',
  'high (95 %)',
  'p',
  'q',
  'Hedges g',
  'persons',
  'photos',
] as const;

type Row = readonly Cell[];

/** All figures of a study, one a line: shares as 0 to 1, differences as the first group's minus the other's. */
export function figuresCsv({ comparison, masked, training }: ReportContent): string {
  return csv([
    heads,
    ...(comparison === null ? [] : comparisonRows(comparison, 'none')),
    ...(masked === null ? [] : maskRows(masked)),
    ...(training === null ? [] : trainingRows(training)),
  ]);
}

function comparisonRows({ groups, differences }: GroupComparison, mask: string): readonly Row[] {
  const own = groups.flatMap((group) =>
    allQuantities.flatMap((quantity) => {
      const value = figureOf(group, quantity);
      if (value === null) return [];
      const { persons, photos } = quantity.kind === 'recognised' ? group.named : group;
      return [row('groups', mask, [group.group, ''], quantity, value, [], [persons, photos])];
    }),
  );
  return [...own, ...differences.map((one) => differenceRow('differences', mask, one))];
}

/** Persons and photos are those of whom the quantity can be told, of both groups together. */
function differenceRow(name: string, mask: string, one: GroupDifference): Row {
  const sum = (key: keyof Counts) => one.sizes[0][key] + one.sizes[1][key];
  const value = { mean: one.difference, low: one.low, high: one.high };
  const sizes = [sum('persons'), sum('photos')];
  return row(name, mask, one.groups, one.quantity, value, [one.p, one.q, one.effect], sizes);
}

function maskRows({ name, losses, comparison }: ReportMask): readonly Row[] {
  const changes = (losses?.groups ?? []).flatMap(({ group, recognised, probability, regions: shares, named, ...all }) =>
    (
      [
        [{ kind: 'recognised' }, recognised, named],
        [{ kind: 'probability' }, probability, all],
        ...regions.map((region) => [{ kind: 'region', region }, shares[region], all]),
      ] as readonly (readonly [Quantity, Interval | null, Counts])[]
    ).flatMap(([quantity, value, { persons, photos }]) =>
      value === null ? [] : [row('change by the mask', name, [group, ''], quantity, value, [], [persons, photos])],
    ),
  );
  const between = (losses?.differences ?? []).map((one) => differenceRow('differences of changes', name, one));
  return [...changes, ...between, ...(comparison === null ? [] : comparisonRows(comparison, name))];
}

function trainingRows({ results, changes, differences }: TrainingStudy): readonly Row[] {
  const of = (result: { recognised: Interval; probability: Interval; regions: Readonly<Record<Region, Interval>> }) =>
    [
      ['recognised', result.recognised],
      ['probability', result.probability],
      ...regions.map((region) => [regionTitle(region), result.regions[region]] as const),
    ] as readonly (readonly [string, Interval])[];

  const line = (name: string, view: HeldOutView, group: string | null, title: string, value: Interval, sizes: Row) => [
    ...[name, viewTitles[view], group ?? 'all', '', title, value.mean, value.low, value.high, '', '', ''],
    ...sizes,
  ];
  return [
    ...results.flatMap((result) =>
      of(result).map(([title, value]) =>
        line(`head: ${result.head}`, result.view, result.group, title, value, [result.persons, result.photos]),
      ),
    ),
    ...changes.flatMap((change) =>
      of(change).map(([title, value]) =>
        line(`head: ${change.head} minus ${change.against}`, change.view, change.group, title, value, [
          change.persons,
          change.photos,
        ]),
      ),
    ),
    ...differences.map((one) => differenceRow(`differences, head: ${one.head}`, viewTitles[one.view], one)),
  ];
}

const row = (
  name: string,
  mask: string,
  groups: readonly [string, string],
  quantity: Quantity,
  { mean, low, high }: Interval,
  tests: Row,
  sizes: Row,
): Row => [
  ...[name, mask, ...groups, quantityTitle(quantity), mean, low, high],
  ...(tests.length === 0 ? ['', '', ''] : tests),
  ...sizes,
];
