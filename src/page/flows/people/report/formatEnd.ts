/** An end of a scale: three digits, '0.00123', '12.5', '1.2e−5'. */
export function formatEnd(value: number): string {
  const size = Math.abs(value);
  const text = size > 0 && (size >= 1e5 || size < 1e-3) ? value.toExponential(1) : String(Number(value.toPrecision(3)));
  return text.replaceAll('-', '−');
}
