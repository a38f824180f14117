export type Cell = string | number;

/**
 * Comma-separated values after RFC 4180: lines end with CR LF, a field with a comma, quote or line break stands in
 * quotes. A text that a spreadsheet would take for a formula (it begins with =, +, -, @, one of these in full width, a
 * tab or a line break) gets an apostrophe before it; numbers stay as they are, and those that are none are empty.
 * Source: OWASP, “CSV Injection”.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
