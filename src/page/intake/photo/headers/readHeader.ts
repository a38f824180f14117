import type { FileFormat } from '../sniff';
import { type ByteSource, createByteSource } from './byteSource';
import type { PhotoHeader } from './photoHeader';
import { readBmpHeader } from './readBmpHeader';
import { readBoxHeader } from './readBoxHeader';
import { readGifHeader } from './readGifHeader';
import { readJpegHeader } from './readJpegHeader';
import { readPngHeader } from './readPngHeader';
import { readWebpHeader } from './readWebpHeader';

const readers: Readonly<Record<FileFormat, (source: ByteSource) => Promise<PhotoHeader>>> = {
  jpeg: readJpegHeader,
  png: readPngHeader,
  webp: readWebpHeader,
  avif: readBoxHeader,
  heic: readBoxHeader,
  gif: readGifHeader,
  bmp: readBmpHeader,
};

/** What the header of a file says, and whether the file is all there. @throws BrokenFile when it is not */
export function readHeader(signal: AbortSignal, format: FileFormat, file: Blob): Promise<PhotoHeader> {
  return readers[format](createByteSource(signal, file));
}
