import { type Cell, csv } from '../../../../shared/csv';
import { type Region, regions } from '../../../../shared/face';
import type { GroupComparison, Interval, Quantity } from '../../../../shared/people';
import { allQuantities } from '../../../../shared/people/quantities';
import { figureOf, quantityTitle, regionTitle } from '../../../../shared/people/quantityWords';
import type { HeadChange, TrainingStudy } from '../../../../shared/people/trainingStudy';
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
  const sizes = new Map(groups.map((group) => [group.group, group]));
  const own = groups.flatMap((group) =>
    allQuantities.flatMap((quantity) => {
      const value = figureOf(group, quantity);
      if (value === null) return [];
      return [row('groups', mask, [group.group, ''], quantity, value, [], [group.persons, group.photos])];
    }),
  );
  const between = differences.map((one) => {
    const pair = one.groups.map((name) => sizes.get(name));
    const sum = (key: 'persons' | 'photos') => pair.reduce((total, group) => total + (group?.[key] ?? 0), 0);
    const value = { mean: one.difference, low: one.low, high: one.high };
    return row(
      'differences',
      mask,
      one.groups,
      one.quantity,
      value,
      [one.p, one.q, one.effect],
      [sum('persons'), sum('photos')],
    );
  });
  return [...own, ...between];
}

function maskRows({ name, losses, comparison }: ReportMask): readonly Row[] {
  const changes = losses.flatMap(({ group, recognised, probability, regions: shares, persons, photos }) =>
    (
      [
        [{ kind: 'recognised' }, recognised],
        [{ kind: 'probability' }, probability],
        ...regions.map((region) => [{ kind: 'region', region }, shares[region]]),
      ] as readonly (readonly [Quantity, Interval | null])[]
    ).flatMap(([quantity, value]) =>
      value === null ? [] : [row('change by the mask', name, [group, ''], quantity, value, [], [persons, photos])],
    ),
  );
  return [...changes, ...(comparison === null ? [] : comparisonRows(comparison, name))];
}

function trainingRows({ results, changes }: TrainingStudy): readonly Row[] {
  const of = (result: { recognised: Interval; probability: Interval; regions: Readonly<Record<Region, Interval>> }) =>
    [
      ['recognised', result.recognised],
      ['probability', result.probability],
      ...regions.map((region) => [regionTitle(region), result.regions[region]] as const),
    ] as readonly (readonly [string, Interval])[];

  const line = (name: string, view: string, group: string | null, title: string, value: Interval, sizes: Row) => [
    ...[name, view, group ?? 'all', '', title, value.mean, value.low, value.high, '', '', ''],
    ...sizes,
  ];
  // A head is compared on the persons and photos that it was tried on itself: the plain one knows them all.
  const sizesOf = ({ head, view, group }: HeadChange): Row => {
    const own = results.find((result) => result.head === head && result.view === view && result.group === group);
    return [own?.persons ?? '', own?.photos ?? ''];
  };
  return [
    ...results.flatMap((result) =>
      of(result).map(([title, value]) =>
        line(`head: ${result.head}`, result.view, result.group, title, value, [result.persons, result.photos]),
      ),
    ),
    ...changes.flatMap((change) =>
      of(change).map(([title, value]) =>
        line(`head: ${change.head} minus plain`, change.view, change.group, title, value, sizesOf(change)),
      ),
    ),
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
