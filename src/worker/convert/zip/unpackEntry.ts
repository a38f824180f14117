import { Inflate } from 'fflate';
import { breathe } from '../../breathe';
import type { PlacedFile } from '../inFolder';
import { crc32 } from './crc32';
import { damaged } from './limits';
import type { ZipEntry } from './readDirectory';

const localSignature = 0x04034b50;
const localBytes = 30;
/** Bytes that are read at a time. Deflated ones may grow a thousandfold before anybody sees how many they are. */
const steps = { 0: 2 ** 20, 8: 2 ** 15 } as const;
/** Unpacked bytes between two words of progress. */
const progressBytes = 4 * 2 ** 20;
/** Unpacked bytes that are gathered before the browser takes them over. */
const pieceBytes = 8 * 2 ** 20;

/**
 * One file of a zip. A stored one is a part of the zip itself; a deflated one is unpacked piece by piece into a blob,
 * which the browser keeps outside this thread's memory.
 * @param onBytes told now and then how many bytes are unpacked
 * @throws FoveaError naming the entry when its bytes do not make the length and the checksum that the directory tells
 */
export async function unpackEntry(
  signal: AbortSignal,
  zip: PlacedFile,
  entry: ZipEntry,
  onBytes: (bytes: number) => void,
): Promise<Blob> {
  const packed = await packedBytes(signal, zip, entry);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const blobs: Blob[] = [];
  let [crc, size, gathered, told] = [0, 0, 0, 0];
  const take = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size > entry.size) throw damaged(zip.path, `${entry.path} is longer than it says`);
    crc = crc32(crc, bytes);
    if (entry.method === 0) return;
    // What the library hands out is its own memory.
    pieces.push(bytes.slice());
    gathered += bytes.length;
    if (gathered < pieceBytes) return;
    blobs.push(new Blob(pieces.splice(0)));
    gathered = 0;
  };
  const push = entry.method === 0 ? take : inflating(zip, entry, take);
  const step = steps[entry.method];
  for (let at = 0; at < packed.size; at += step) {
    await breathe(signal);
    const bytes = new Uint8Array(await packed.slice(at, at + step).arrayBuffer());
    push(bytes, at + step >= packed.size);
    if (size - told < progressBytes) continue;
    told = size;
    onBytes(size);
  }
  if (size !== entry.size) throw damaged(zip.path, `${entry.path} has ${size} bytes where it says ${entry.size}`);
  if (crc !== entry.crc) throw damaged(zip.path, `the checksum of ${entry.path} is wrong`);
  return entry.method === 0 ? packed : new Blob([...blobs, ...pieces]);
}

function inflating(zip: PlacedFile, { path }: ZipEntry, take: (bytes: Uint8Array) => void) {
  const inflate = new Inflate((bytes) => take(bytes));
  return (bytes: Uint8Array, last: boolean) => {
    try {
      inflate.push(bytes, last);
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'FoveaError') throw cause;
      throw damaged(zip.path, `${path} cannot be unpacked`, cause);
    }
  };
}

/** What lies behind the entry's local header, which has to name the same file. */
async function packedBytes(signal: AbortSignal, { path: zip, file }: PlacedFile, entry: ZipEntry): Promise<Blob> {
  const header = new DataView(await file.slice(entry.offset, entry.offset + localBytes).arrayBuffer());
  signal.throwIfAborted();
  if (header.byteLength < localBytes || header.getUint32(0, true) !== localSignature)
    throw damaged(zip, `${entry.path} does not begin where the directory says`);
  const nameAt = entry.offset + localBytes;
  const nameLength = header.getUint16(26, true);
  const start = nameAt + nameLength + header.getUint16(28, true);
  const name = await file.slice(nameAt, nameAt + nameLength).text();
  signal.throwIfAborted();
  if (name !== entry.path || header.getUint16(8, true) !== entry.method)
    throw damaged(zip, `${entry.path} has another name in its own header`);
  if (start + entry.compressed > file.size) throw damaged(zip, `${entry.path} reaches beyond the end`);
  return file.slice(start, start + entry.compressed);
}
