import { FoveaError } from '../../../shared/errors';
import { pickledStrings } from './pickledStrings';

const prefixBytes = 8;
const mostLabels = 1_000_000;

/**
 * Texts of a NumPy array of one dimension (or with one column): of fixed width, in UTF-32 or bytes, or Python objects.
 * Format: numpy/lib/format.py, versions 1 to 3.
 * @throws FoveaError when it is damaged or holds something else than texts
 */
export function npyLabels(name: string, bytes: Uint8Array<ArrayBuffer>): readonly string[] {
  const { descr, count, data } = readHeader(name, bytes);
  const kind = /^([<>|=]?)([USaO])(\d*)$/.exec(descr);
  if (kind === null) throw refuse(name, `it holds values of type ${descr}, not texts`);
  const [, order, type, length] = kind;
  if (type === 'O') {
    const texts = pickledStrings(name, data);
    if (texts.length !== count) throw refuse(name, `it holds ${texts.length} texts where its header says ${count}`);
    return texts;
  }
  const width = Number(length) * (type === 'U' ? 4 : 1);
  if (!(width > 0 && width <= 65_536) || data.length !== width * count)
    throw refuse(name, `it has ${data.length} bytes where ${count} texts of ${width} bytes are needed`);
  const decode = type === 'U' ? (part: Uint8Array) => decodeUtf32(part, order !== '>') : decodeBytes;
  return Array.from({ length: count }, (_, i) => decode(data.subarray(i * width, (i + 1) * width)));
}

const refuse = (name: string, why: string) =>
  new FoveaError(
    `The label file ${name} cannot be read: ${why}.`,
    'Choose another one, or a text with one name a line.',
  );

interface Header {
  readonly descr: string;
  readonly count: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The header is a Python dictionary; three of its values are picked out, nothing is evaluated. */
function readHeader(name: string, bytes: Uint8Array<ArrayBuffer>): Header {
  const version = bytes[6] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizeBytes = version === 1 ? 2 : 4;
  if (version < 1 || version > 3 || bytes.length < prefixBytes + sizeBytes) throw refuse(name, 'it is truncated');
  const size = version === 1 ? view.getUint16(prefixBytes, true) : view.getUint32(prefixBytes, true);
  const from = prefixBytes + sizeBytes;
  if (size > 65_536 || from + size > bytes.length) throw refuse(name, 'it is truncated');
  const text = new TextDecoder().decode(bytes.subarray(from, from + size));
  const descr = /['"]descr['"]\s*:\s*['"]([^'"]{1,20})['"]/.exec(text)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(\s*(\d{1,7})\s*,?\s*(?:,\s*1\s*,?\s*)?\)/.exec(text)?.[1];
  if (descr === undefined || shape === undefined) throw refuse(name, 'it is no list of texts');
  const count = Number(shape);
  if (count > mostLabels) throw refuse(name, `it holds ${count} texts`);
  return { descr, count, data: bytes.subarray(from + size) };
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code === 0) break;
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}

const decoder = new TextDecoder();

function decodeBytes(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}
