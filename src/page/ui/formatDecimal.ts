/** A number with a fixed count of decimals and a true minus: −0.31; “–” where it is none. */
export function formatDecimal(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '–';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
