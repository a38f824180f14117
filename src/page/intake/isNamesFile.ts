import { fileKind } from '../../shared/fileKind';
import { isDocument } from '../../shared/isDocument';
import { sniff, sniffedBytes } from './photo/sniff';

/** Bytes; 8,631 names take 200 kB. */
const mostJson = 2 ** 22;

/** What says of itself that it is something else, or a damaged file of that kind. */
const otherEnding = /\.(jsonl|h5|hdf5|keras|zip|bin|onnx|pb|pt|pth|csv|tsv|jpe?g|png|webp|avif|gif|bmp|hei[cf])$/i;
const savedHere = /"format"\s*:\s*"fovea-/;
/** Characters of a JSON file within which its format stands. */
const headLength = 4096;

/**
 * Whether a file may hold nothing but names of classes, told by what is in it: a NumPy array, JSON that was not saved
 * here, or plain text. @throws the signal's reason when aborted
 */
export async function isNamesFile(signal: AbortSignal, file: File): Promise<boolean> {
  const kind = await fileKind(signal, file);
  if (kind === 'npy') return true;
  const head = file.slice(0, Math.max(headLength, sniffedBytes));
  // A gallery is one object a line.
  if (kind === 'json')
    return file.size <= mostJson && !/\.jsonl$/i.test(file.name) && !savedHere.test(await head.text());
  // Drawings and web pages are text as well.
  return (
    kind === 'text' &&
    !isDocument(file.name) &&
    !otherEnding.test(file.name) &&
    sniff(new Uint8Array(await head.arrayBuffer())) === 'text'
  );
}
