import { FoveaError } from '../../../shared/errors';
import { count } from '../../../shared/people/figures';
import { type CsvRecord, parseCsv } from './parseCsv';

/** What one line says of one photo. */
export interface GroupsLine {
  /** From 1. */
  readonly line: number;
  /** File name, with or without its folders. */
  readonly file: string;
  /** Null where the line names none. */
  readonly person: string | null;
  readonly group: string | null;
}

/** Bytes; a line for each of 20,000 photos takes less than one. */
const mostBytes = 8 * 2 ** 20;
/** Characters of a person's or a group's name. */
const longest = 80;

const remedy = 'One line a photo: file name, person (may be left out), group. For example: anna-1.jpg,Anna,Group A';

const titles = {
  file: /^(file ?name|file|photo|picture|image|path)$/,
  person: /^(person|name|subject|identity)$/,
  group: /^(group|category)$/,
} as const;

type Columns = Readonly<Record<keyof typeof titles, number | null>>;

/**
 * Reads a table of photos and their groups: comma, semicolon or tab, quotes after RFC 4180, with or without a head
 * line. Without a head two columns are file and group, three are file, person and group.
 * @throws FoveaError, with the line, when it is no such table or a photo stands in it twice; the signal's reason when
 *   aborted
 */
export async function readGroupsCsv(signal: AbortSignal, file: Blob): Promise<readonly GroupsLine[]> {
  if (file.size > mostBytes) throw new FoveaError('The table is larger than 8 MB.', remedy);
  const text = decode(await file.arrayBuffer());
  signal.throwIfAborted();
  const records = parseCsv(text, remedy);
  const [first] = records;
  if (first === undefined) throw new FoveaError('The table is empty.', remedy);
  const head = readHead(first);
  const columns = head ?? bareColumns(first);
  const lines = records.slice(head === null ? 0 : 1).map((record) => readLine(record, columns, first.cells.length));
  if (lines.length === 0) throw new FoveaError('The table has a head line and no other.', remedy);
  checkOnce(lines);
  return lines;
}

/** UTF-8 or UTF-16 by its mark, else UTF-8, else what Windows programs write where no other letters are in use. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The decoder takes a mark away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Which column is what, by a head line; null where the first line is none. */
function readHead({ cells, line }: CsvRecord): Columns | null {
  const words = cells.map((cell) => cell.trim().toLowerCase().replaceAll('_', ' '));
  const find = (title: RegExp) => {
    const at = words.findIndex((word) => title.test(word));
    return at < 0 ? null : at;
  };
  const columns = { file: find(titles.file), person: find(titles.person), group: find(titles.group) };
  const named = Object.values(columns).filter((column) => column !== null);
  // One word alone may be a photo without an ending, or a person called so.
  if (columns.file === null && named.length < 2) return null;
  if (columns.file === null) throw new FoveaError(`Line ${line}: no column is called “file”.`, remedy);
  if (columns.group === null && columns.person === null)
    throw new FoveaError(`Line ${line}: no column is called “group” or “person”.`, remedy);
  return columns;
}

function bareColumns({ cells, line }: CsvRecord): Columns {
  if (cells.length === 2) return { file: 0, person: null, group: 1 };
  if (cells.length === 3) return { file: 0, person: 1, group: 2 };
  throw new FoveaError(
    `Line ${line}: the table has ${count(cells.length, 'column')} and no head line that names them.`,
    remedy,
  );
}

function readLine({ line, cells }: CsvRecord, columns: Columns, width: number): GroupsLine {
  if (cells.length !== width)
    throw new FoveaError(`Line ${line} has ${count(cells.length, 'field')}; the first line has ${width}.`, remedy);
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim());
  const file = at(columns.file);
  if (file === '') throw new FoveaError(`Line ${line} names no file.`, remedy);
  const [person, group] = [at(columns.person), at(columns.group)];
  for (const [word, text] of [
    ['person', person],
    ['group', group],
  ] as const)
    if (text.length > longest)
      throw new FoveaError(`Line ${line}: the ${word}’s name has more than ${longest} characters.`, remedy);
  return { line, file, person: person || null, group: group || null };
}

/** The same line twice does no harm; two that differ do. */
function checkOnce(lines: readonly GroupsLine[]): void {
  const seen = new Map<string, GroupsLine>();
  for (const line of lines) {
    const before = seen.get(line.file);
    if (before !== undefined && (before.person !== line.person || before.group !== line.group))
      throw new FoveaError(`Lines ${before.line} and ${line.line} say different things of “${line.file}”.`, remedy);
    seen.set(line.file, line);
  }
}
