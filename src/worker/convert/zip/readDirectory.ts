import type { PlacedFile } from '../inFolder';
import { checkPath } from './checkPath';
import { damaged, freeBytes, hostile, mostBytes, mostEntries, mostGrowth } from './limits';

/** One file in a zip, as the central directory tells it (PKWARE, APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly path: string;
  /** 0: stored, 8: deflated. */
  readonly method: 0 | 8;
  readonly compressed: number;
  readonly size: number;
  readonly crc: number;
  /** Of its local header. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
/** The end record, behind it a comment of at most 64 KB. */
const tailBytes = endBytes + 0xffff;
/** Stands in a field of 32 bits whose value is elsewhere, in a zip of more than 4 GB. */
const elsewhere = 0xffffffff;

/**
 * The files in a zip, checked: no climbing path, no encryption, no other method than stored and deflated, no overlap,
 * no size that only a bomb has. Folders are left out.
 * @throws FoveaError naming the zip or the entry
 */
export async function readDirectory(signal: AbortSignal, { path, file }: PlacedFile): Promise<readonly ZipEntry[]> {
  const tailAt = Math.max(0, file.size - tailBytes);
  const tail = await view(file, tailAt, file.size);
  signal.throwIfAborted();
  let end = tail.byteLength - endBytes;
  while (end >= 0 && tail.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) throw damaged(path, 'the end of the zip is missing, as after a download that broke off');
  const count = tail.getUint16(end + 10, true);
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (start === elsewhere || count === 0xffff) throw hostile(path, 'it is a zip of more than 4 GB');
  if (tail.getUint16(end + 4, true) !== 0 || tail.getUint16(end + 8, true) !== count)
    throw hostile(path, 'it is one part of several');
  if (count > mostEntries) throw hostile(path, `it has ${count} entries, more than ${mostEntries}`);
  if (start + size > tailAt + end) throw damaged(path, 'its directory lies beyond its end');
  const directory = await view(file, start, start + size);
  signal.throwIfAborted();
  const entries = readEntries(path, directory, count);
  checkSizes(path, entries, file.size);
  checkOverlap(path, entries, start);
  return entries;
}

const view = async (file: Blob, from: number, to: number) => new DataView(await file.slice(from, to).arrayBuffer());

function readEntries(zip: string, directory: DataView<ArrayBuffer>, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + entryBytes > directory.byteLength || directory.getUint32(at, true) !== entrySignature)
      throw damaged(zip, `its directory ends after ${i} of ${count} entries`);
    const lengths = [28, 30, 32].map((field) => directory.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const nameAt = at + entryBytes;
    const next = nameAt + nameLength + extraLength + commentLength;
    if (next > directory.byteLength) throw damaged(zip, `its directory ends after ${i} of ${count} entries`);
    const path = nameOf(zip, new Uint8Array(directory.buffer, nameAt, nameLength));
    if (!path.endsWith('/')) entries.push(readEntry(zip, path, directory, at));
    at = next;
  }
  const twice = entries.find((entry, i) => entries.findIndex(({ path }) => path === entry.path) !== i);
  if (twice !== undefined) throw hostile(zip, `it holds ${twice.path} twice`);
  return entries;
}

function nameOf(zip: string, bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes);
  checkPath(zip, name);
  return name;
}

function readEntry(zip: string, path: string, directory: DataView<ArrayBuffer>, at: number): ZipEntry {
  const flags = directory.getUint16(at + 8, true);
  const method = directory.getUint16(at + 10, true);
  if ((flags & 1) !== 0) throw hostile(zip, `${path} is encrypted`);
  if (method !== 0 && method !== 8) throw hostile(zip, `${path} is packed by method ${method}, which is not covered`);
  const [crc = 0, compressed = 0, size = 0] = [16, 20, 24].map((field) => directory.getUint32(at + field, true));
  const offset = directory.getUint32(at + 42, true);
  if ([compressed, size, offset].includes(elsewhere)) throw hostile(zip, `${path} is larger than 4 GB`);
  if (method === 0 && compressed !== size)
    throw damaged(zip, `${path} is stored, but in ${compressed} of ${size} bytes`);
  return { path, method, compressed, size, crc, offset };
}

function checkSizes(zip: string, entries: readonly ZipEntry[], fileSize: number): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > mostBytes) throw hostile(zip, `it would unpack to ${Math.round(total / 2 ** 20)} MB, more than 2 GB`);
  if (total > freeBytes + mostGrowth * fileSize)
    throw hostile(zip, `it would unpack to ${Math.round(total / fileSize)} times its size`);
}

/** Entries that share bytes unpack to far more than the file has. */
function checkOverlap(zip: string, entries: readonly ZipEntry[], directoryAt: number): void {
  const localBytes = 30;
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) throw hostile(zip, `${entry.path} shares its bytes with another file`);
    free = entry.offset + localBytes + entry.compressed;
    if (free > directoryAt) throw damaged(zip, `${entry.path} reaches beyond the end`);
  }
}
