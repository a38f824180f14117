import { FoveaError } from '../../../shared/errors';

/** One record and the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

type Separator = ',' | ';' | '\t';

/**
 * Records after RFC 4180: fields in quotes may hold separators, line breaks and doubled quotes. Lines end with LF, CR
 * LF or CR. Empty lines are left out. Beside the comma, a semicolon or a tab separates, as spreadsheets in some
 * countries save.
 * @throws FoveaError, with the line, when a quote never ends or text follows one
 */
export function parseCsv(text: string, remedy: string): readonly CsvRecord[] {
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let start = 1;
  const endRecord = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') records.push({ line: start, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"' && cell.trim() === '') {
      const quoted = readQuoted(text, at, line, remedy);
      cell = quoted.cell;
      line = quoted.line;
      at = endOfQuoted(text, quoted.end, separator, line, remedy) - 1;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      endRecord();
      line += 1;
      start = line;
    } else cell += character;
  }
  endRecord();
  return records;
}

/** A field from its opening quote: what it holds, where it ends, and on which line. */
function readQuoted(text: string, from: number, begun: number, remedy: string) {
  let cell = '';
  let line = begun;
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"' && text[at + 1] !== '"') return { cell, line, end: at + 1 };
    if (character === '"') at += 1;
    else if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
    cell += character;
  }
  throw new FoveaError(`Line ${begun}: a quote begins here and never ends.`, remedy);
}

/** Where the field's separator or line end stands; between, only spaces may. */
function endOfQuoted(text: string, from: number, separator: Separator, line: number, remedy: string): number {
  let at = from;
  while (at < text.length && text[at] === ' ') at += 1;
  const next = text[at];
  if (next === undefined || next === separator || next === '\n' || next === '\r') return at;
  throw new FoveaError(`Line ${line}: “${next}” follows a closing quote.`, remedy);
}

/** What separates most often in the first line, outside of quotes; a comma where nothing does. */
function separatorOf(text: string): Separator {
  const counts: Record<Separator, number> = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character in counts) counts[character as Separator] += 1;
  }
  if (counts['\t'] > 0 && counts[','] + counts[';'] === 0) return '\t';
  return counts[';'] > counts[','] ? ';' : ',';
}
