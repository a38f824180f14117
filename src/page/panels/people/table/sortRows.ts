import type { RowOrder } from '../../../state/peopleView';

const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in order; those without a value in the column come last either way, and equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | number | null,
  direction: RowOrder<string>['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const order =
        typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compare(String(a.key), String(b.key));
      return sign * order;
    })
    .map(({ row }) => row);
}
