import { FoveaError } from '../../../shared/errors';
import { decode } from './decode';
import { quoteName } from './fileName';
import { BrokenFile } from './headers/brokenFile';
import type { PhotoHeader } from './headers/photoHeader';
import { readHeader } from './headers/readHeader';
import { checkBytes, checkSize } from './limits';
import { createPhoto, type Photo } from './photo';
import { redraw } from './redraw';
import { brokenFile, refusedFile, undecodableFile, unreadableFile, type Wanted } from './refusals';
import { type FileFormat, formatNames, isReadable, sniff, sniffedBytes } from './sniff';

export type PhotoFile = Blob & { readonly name?: string };

async function tellFormat(signal: AbortSignal, name: string, file: Blob, wanted: Wanted): Promise<FileFormat> {
  const start = await file.slice(0, sniffedBytes).arrayBuffer();
  signal.throwIfAborted();
  const kind = sniff(new Uint8Array(start));
  if (!isReadable(kind)) throw refusedFile(name, kind, wanted);
  return kind;
}

/**
 * What the decoder gets: under its true type, by which some browsers go, and with no orientation that only some apply.
 */
function prepare(file: Blob, format: FileFormat, { turn }: PhotoHeader): Blob {
  const { type } = formatNames[format];
  if (turn === undefined) return file.slice(0, file.size, type);
  return new Blob([file.slice(0, turn.chunk), 'JUNK', file.slice(turn.chunk + 4)], { type });
}

async function decodeFile(signal: AbortSignal, name: string, format: FileFormat, prepared: Blob): Promise<ImageBitmap> {
  try {
    return await decode(signal, prepared);
  } catch (cause) {
    signal.throwIfAborted();
    if (format === 'heic' || format === 'avif') throw undecodableFile(name, format, cause);
    throw brokenFile(name, format, 'damaged', cause);
  }
}

/** Size and wholeness, told from the file's structure alone; no decoder has seen it yet. */
export async function inspectPhoto(
  signal: AbortSignal,
  file: PhotoFile,
  wanted: Wanted = 'photo',
): Promise<{ readonly format: FileFormat; readonly header: PhotoHeader }> {
  const name = quoteName(file);
  checkBytes(name, file.size, wanted);
  let format: FileFormat | null = null;
  try {
    format = await tellFormat(signal, name, file, wanted);
    const header = await readHeader(signal, format, file);
    checkSize(name, header.width, header.height, wanted);
    return { format, header };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FoveaError) throw error;
    if (error instanceof BrokenFile && format !== null) throw brokenFile(name, format, error.fault, error, wanted);
    throw unreadableFile(name, error);
  }
}

/**
 * A file's picture, upright, in sRGB, over white. What the file is, its bytes tell; of an animation the first frame
 * counts.
 * @throws FoveaError with cause and remedy: empty, too large, no picture, cut off, damaged, not decodable here,
 *   unreadable
 */
export async function readPhoto(signal: AbortSignal, file: PhotoFile): Promise<Photo> {
  signal.throwIfAborted();
  const name = quoteName(file);
  const { format, header } = await inspectPhoto(signal, file);
  const bitmap = await decodeFile(signal, name, format, prepare(file, format, header));
  const orientation = header.turn?.orientation ?? 1;
  try {
    checkSize(name, bitmap.width, bitmap.height);
    const isReady = !header.mayBeTransparent && orientation === 1;
    const upright = isReady ? bitmap : await redraw(signal, bitmap, orientation);
    return createPhoto(upright, file.name?.trim() || 'photo', format);
  } catch (error) {
    bitmap.close();
    throw error;
  }
}
