/** Files that are read. */
export type FileFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'gif' | 'bmp';
/** Files that are recognised and refused. */
export type RefusedKind =
  | 'tiff'
  | 'raw'
  | 'svg'
  | 'pdf'
  | 'html'
  | 'text'
  | 'video'
  | 'jxl'
  | 'jp2'
  | 'psd'
  | 'unknown';
export type FileKind = FileFormat | RefusedKind;

/** Bytes from the start of a file that `sniff` wants to see. */
export const sniffedBytes = 4096;

type Signature = readonly [kind: FileKind, offset: number, bytes: string];

/** Each byte a Latin-1 letter. Longer ones first where one begins like another. */
const signatures: readonly Signature[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a'],
  ['gif', 0, 'GIF89a'],
  ['raw', 0, 'FUJIFILMCCD-RAW'],
  ['raw', 0, 'IIU\0'],
  ['raw', 0, 'IIRO'],
  ['raw', 0, 'IIRS'],
  ['raw', 0, 'FOVb'],
  ['raw', 0, '\0MRM'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['tiff', 0, 'II+\0'],
  ['tiff', 0, 'MM\0+'],
  ['psd', 0, '8BPS'],
  ['jxl', 0, '\xff\x0a'],
  ['jxl', 4, 'JXL \r\n\x87\n'],
  ['jp2', 4, 'jP  \r\n\x87\n'],
  ['jp2', 0, '\xff\x4f\xff\x51'],
  ['pdf', 0, '%PDF-'],
  ['video', 0, '\x1a\x45\xdf\xa3'],
  ['video', 0, 'OggS'],
  ['video', 0, 'FLV\x01'],
  ['video', 0, '\0\0\x01\xba'],
  ['video', 4, 'moov'],
  ['video', 4, 'mdat'],
  ['video', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
];

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'mif2'];
/** Lengths of the headers that a bitmap may have. */
const bitmapHeaders = [12, 16, 40, 52, 56, 64, 108, 124];

/** The file's brands are all in its first box, the major one first. Source: ISO/IEC 14496-12, section 4.3. */
function sniffBrands(letters: string, bytes: Uint8Array): FileKind | null {
  if (letters.slice(4, 8) !== 'ftyp') return null;
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0), letters.length);
  const brands: string[] = [];
  for (let offset = 8; offset + 4 <= end; offset += 4)
    if (offset !== 12) brands.push(letters.slice(offset, offset + 4));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  if (brands.includes('crx ')) return 'raw';
  return brands.some((brand) => heicBrands.includes(brand)) ? 'heic' : 'video';
}

function sniffContainer(letters: string, bytes: Uint8Array): FileKind | null {
  if (letters.startsWith('RIFF')) {
    const form = letters.slice(8, 12);
    if (form === 'WEBP') return 'webp';
    return form === 'AVI ' ? 'video' : null;
  }
  if (letters.startsWith('BM') && bytes.length >= 18) {
    const header = new DataView(bytes.buffer, bytes.byteOffset, 18).getUint32(14, true);
    return bitmapHeaders.includes(header) ? 'bmp' : null;
  }
  return null;
}

/** The start as text: UTF-8 or UTF-16 with its mark, else UTF-8 without control characters; null where it is none. */
function readText(bytes: Uint8Array): string | null {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d))
    return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function sniffText(bytes: Uint8Array): FileKind | null {
  const text = readText(bytes)?.trimStart().toLowerCase();
  if (text === undefined) return null;
  if (/<svg[\s>]/.test(text) && text.startsWith('<')) return 'svg';
  const isPage = /^<(!doctype html|html|head|body|script|!--)/.test(text) || /^<\?xml[\s\S]*<html[\s>]/.test(text);
  if (isPage) return 'html';
  return 'text';
}

/** What a file is, told from its first `sniffedBytes` bytes; its name and type do not count. */
export function sniff(bytes: Uint8Array): FileKind {
  const letters = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  const signature = signatures.find(([, offset, found]) => letters.startsWith(found, offset));
  if (signature?.[0] === 'tiff' && letters.slice(8, 10) === 'CR') return 'raw';
  return (
    signature?.[0] ?? sniffBrands(letters, bytes) ?? sniffContainer(letters, bytes) ?? sniffText(bytes) ?? 'unknown'
  );
}

/** @returns whether files of this kind are read */
export const isReadable = (kind: FileKind): kind is FileFormat => Object.hasOwn(formatNames, kind);

/** Formats as messages name them, and their media types. */
export const formatNames: Readonly<Record<FileFormat, { readonly title: string; readonly type: string }>> = {
  jpeg: { title: 'JPEG', type: 'image/jpeg' },
  png: { title: 'PNG', type: 'image/png' },
  webp: { title: 'WebP', type: 'image/webp' },
  avif: { title: 'AVIF', type: 'image/avif' },
  heic: { title: 'HEIC', type: 'image/heic' },
  gif: { title: 'GIF', type: 'image/gif' },
  bmp: { title: 'BMP', type: 'image/bmp' },
};
