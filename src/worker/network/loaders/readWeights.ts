import type { Weight } from '../graph';
import { storedWeight } from '../storedWeight';
import { notFinite } from './notFinite';
import { readBlob } from './readBlob';
import {
  allFinite,
  bytesOf,
  decodeValues,
  type Manifest,
  type ManifestEntry,
  manifestBytes,
  valueBytes,
  wrongLength,
} from './weightsManifest';

/** Bytes that are read at a time. */
const pieceBytes = 8 * 2 ** 20;

/**
 * Matrices with more values, 16 MiB of floats, stay in the file: VGG16's three dense layers are 89 % of its weights.
 */
const mostHeld = 2 ** 22;

/**
 * All weights by name, dequantised to float32; matrices that are too large to be held stay where they are, and are read
 * again when a layer needs them. Every byte passes by once, in its order: memory holds a piece at a time.
 * @param shards one after the other
 * @param onPiece gets every byte, for progress and hash
 * @throws FoveaError if the bytes do not match the manifest or a value is not finite; the signal's reason when aborted
 */
export async function readWeights(
  signal: AbortSignal,
  manifest: Manifest,
  shards: Blob,
  onPiece: (piece: ArrayBuffer) => Promise<void>,
): Promise<Map<string, Weight>> {
  const expected = manifestBytes(manifest);
  if (shards.size !== expected) throw wrongLength(`${shards.size}`, expected);
  const weights = new Map<string, Weight>();
  const take = inOrder(signal, shards);
  let offset = 0;
  for (const entry of manifest.flatMap((group) => group.weights)) {
    const place = { entry, shards, start: offset, end: offset + bytesOf(entry) };
    weights.set(entry.name, await readWeight(place, take, onPiece));
    offset = place.end;
  }
  return weights;
}

interface Place {
  readonly entry: ManifestEntry;
  readonly shards: Blob;
  /** Bytes from the start of the shards. */
  readonly start: number;
  readonly end: number;
}

type Take = (start: number, end: number) => Promise<ArrayBuffer>;

async function readWeight(
  { entry, shards, start, end }: Place,
  take: Take,
  onPiece: (piece: ArrayBuffer) => Promise<void>,
): Promise<Weight> {
  const size = valueBytes(entry);
  const count = (end - start) / size;
  const held = entry.shape.length === 2 && count > mostHeld ? null : new Float32Array(count);
  for (let at = start; at < end; at += pieceBytes) {
    const piece = await take(at, Math.min(end, at + pieceBytes));
    const values = decodeValues(entry, piece);
    if (!allFinite(values)) throw notFinite(entry.name, values);
    held?.set(values, (at - start) / size);
    await onPiece(piece);
  }
  if (held !== null) return { shape: entry.shape, values: held };
  return storedWeight(entry.shape, {
    read: async (signal, from, wanted) =>
      decodeValues(entry, await readBlob(signal, shards, start + from * size, start + (from + wanted) * size)),
  });
}

/** Reads ahead: most weights are small, and each request to a file takes its time. */
function inOrder(signal: AbortSignal, shards: Blob): Take {
  let ahead = new ArrayBuffer(0);
  let from = 0;
  return async (start, end) => {
    if (start < from || end > from + ahead.byteLength) {
      ahead = await readBlob(signal, shards, start, Math.max(end, Math.min(shards.size, start + pieceBytes)));
      from = start;
    }
    return ahead.slice(start - from, end - from);
  };
}
