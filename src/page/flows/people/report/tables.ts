import type { Interval, Quantity } from '../../../../shared/people';
import { figure, intervalNotes, span } from '../../../../shared/people/figures';
import { type Content, html, type Markup } from './html';

interface TableInput {
  readonly caption: string;
  /** Network, layer, method, target, mask, scale. */
  readonly source: string;
  readonly heads: readonly Content[];
  /** Leading columns that hold words; 1 unless told. */
  readonly names?: number;
  /** So wide that it is printed across the paper. */
  readonly broad?: boolean;
  /** All cells hold words, which break. */
  readonly words?: boolean;
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Content[])[];
  /** The figures in it, of which some may have a star, or no interval. */
  readonly figures?: unknown;
}

/** Rows that a printed page has room for: tables with no more are not divided. */
const rowsAPage = 20;

/** A table under its caption, with what it was made from below. */
export function table({
  caption,
  source,
  heads,
  rows,
  names = 1,
  broad = false,
  words = false,
  figures,
}: TableInput): Markup {
  const side = (column: number) => (column < names ? 'name' : 'figure');
  const look = `${words ? 'words' : heads.length > 3 ? 'wide' : 'narrow'}${rows.length > rowsAPage ? '' : ' whole'}${broad ? ' broad' : ''}`;
  /** Rows of several names: the first is told softly where it is that of the row above. */
  const isAgain = (row: number) => names > 1 && row > 0 && rows[row]?.[0] === rows[row - 1]?.[0];
  return html`<figure class="table ${look}"><p class="soft short">Wider than a phone: it scrolls sideways.</p><div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head, i) => html`<th scope="col" class="${side(i)}">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(([head, ...cells], row) => html`<tr><th scope="row" class="name${isAgain(row) ? ' again' : ''}">${head ?? null}</th>${cells.map((cell, i) => html`<td class="${side(i + 1)}">${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>${intervalNotes(figures).map((note) => html`<p class="soft">${note}</p>`)}<figcaption>${source}</figcaption></figure>\n`;
}

/** A figure and its interval, or the dash in its place. */
export const withSpan = (figure: string, interval: string): string => `${figure} (${interval})`;

/** A mean with its interval: '12.3 % (9.8 to 14.9)'. */
export const interval = (value: Interval | null, quantity: Quantity): string =>
  value === null ? 'cannot be told' : withSpan(figure(value.mean, quantity), span(value, quantity));
