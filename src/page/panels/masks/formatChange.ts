import { formatDecimal } from '../../ui/formatDecimal';

/** A change with its sign: +0.31, −2.40; 0.00 has none. */
export function formatChange(value: number, digits = 2): string {
  const text = formatDecimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/**
 * The change of a share in percentage points, −74.71: of the two as `formatPercent` prints them with so many digits, so
 * that the three figures agree; from the true change it is less than one of the last digit away.
 */
export function formatPoints(before: number, after: number, digits = 2): string {
  const printed = (share: number) => Number((100 * share).toFixed(digits));
  return formatChange(printed(after) - printed(before), digits);
}
