import { formatDecimal } from '../../ui/formatDecimal';

/** A change with its sign: +0.31, −2.40; 0.00 has none. */
export function formatChange(value: number, digits = 2): string {
  const text = formatDecimal(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A change of a share in percentage points: −74.7. */
export const formatPoints = (change: number): string => formatChange(100 * change, 1);
