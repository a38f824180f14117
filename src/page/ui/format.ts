const counts = new Intl.NumberFormat('en');
const oneDigit = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 5575968 → “5,575,968”. */
export const formatCount = (value: number): string => counts.format(value);

/** 5575968 → “5.6 million”; below a million the exact count. */
export const formatMillions = (value: number): string =>
  value < 1e6 ? formatCount(value) : `${oneDigit.format(value / 1e6)} million`;

/** Bytes in decimal units, not to be broken: “3.1\u00a0MB”. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatCount(bytes)}\u00a0B`;
  if (bytes < 1e6) return `${counts.format(Math.round(bytes / 1e3))}\u00a0kB`;
  if (bytes < 1e9) return `${oneDigit.format(bytes / 1e6)}\u00a0MB`;
  return `${oneDigit.format(bytes / 1e9)}\u00a0GB`;
}

/** Three significant digits, never in a form that changes the width much: 0.0123, 1.23, 123, 1.2e4. */
export function formatObjective(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e4 || size < 1e-3) return value.toExponential(1).replace('e+', 'e').replace('-', '−');
  const digits = Math.max(0, 2 - Math.floor(Math.log10(size)));
  return value.toFixed(Math.min(digits, 4)).replace('-', '−');
}

/** Milliseconds as a person says them: “8 s”, “2 min 10 s”, “1 h 05 min”. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** [38, 38, 64] → “38 × 38 × 64”. */
export const formatShape = (shape: readonly number[]): string => shape.join(' × ');
