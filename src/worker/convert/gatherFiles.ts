import type { LoadProgress } from '../../shared/calls/networkCalls';
import { FoveaError } from '../../shared/errors';
import { type FileKind, fileKind } from '../../shared/fileKind';
import { isLitter } from '../../shared/isLitter';
import type { PlacedFile } from './inFolder';
import { unpackZip } from './zip/unpackZip';

export interface KnownFile extends PlacedFile {
  readonly kind: FileKind;
}

/**
 * All files with what they are, those inside zips in the place of the zips.
 * @param onProgress told while a zip is unpacked, in unpacked bytes
 * @throws FoveaError naming a zip that is damaged or hostile; the signal's reason when aborted
 */
export async function gatherFiles(
  signal: AbortSignal,
  files: readonly PlacedFile[],
  onProgress: (progress: LoadProgress) => void,
): Promise<KnownFile[]> {
  const given = await known(signal, files);
  const gathered: KnownFile[] = [];
  for (const file of given) {
    if (file.kind !== 'zip') gathered.push(file);
    else gathered.push(...(await known(signal, await unpackZip(signal, file, onProgress))).map(refuseZip));
  }
  return gathered;
}

async function known(signal: AbortSignal, files: readonly PlacedFile[]): Promise<KnownFile[]> {
  const found: KnownFile[] = [];
  for (const file of files) {
    if (!isLitter(file.path)) found.push({ ...file, kind: await fileKind(signal, file.file) });
  }
  return found;
}

function refuseZip(file: KnownFile): KnownFile {
  if (file.kind !== 'zip') return file;
  throw new FoveaError(`${file.path} is a zip within a zip.`, 'Unpack the outer one and choose the inner one.');
}
