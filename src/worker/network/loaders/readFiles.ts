import { FoveaError } from '../../../shared/errors';
import { hashHex } from '../../../shared/hashHex';

/** Called with the number of bytes that have just been read. */
export type OnBytes = (bytes: number) => void;

/** Manifests larger than this are refused before they are parsed. */
const manifestLimit = 64 * 1024 * 1024;

/** The bytes behind an address of the page's own origin. @throws FoveaError when it cannot be read */
export async function fetchBytes(signal: AbortSignal, url: string, onBytes: OnBytes): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw unreachable(url, 'no answer', cause);
  });
  if (!response.ok || response.body === null) throw unreachable(url, `status ${response.status}`);
  return collect(signal, response.body, onBytes);
}

function unreachable(url: string, why: string, cause?: unknown): FoveaError {
  const name = new URL(url).pathname.split('/').at(-1) ?? url;
  return new FoveaError(`${name} could not be read (${why}).`, 'Check that the app was copied whole, then try again.', {
    cause,
  });
}

/** The bytes of a file that the user chose. */
export const fileBytes = (signal: AbortSignal, file: File, onBytes: OnBytes): Promise<ArrayBuffer> =>
  collect(signal, file.stream(), onBytes);

async function collect(
  signal: AbortSignal,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: OnBytes,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      signal.throwIfAborted();
      chunks.push(read.value);
      onBytes(read.value.byteLength);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return joinBytes(chunks);
}

/** Buffers one after the other. */
export function joinBytes(parts: readonly (ArrayBuffer | Uint8Array<ArrayBuffer>)[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part instanceof Uint8Array ? part : new Uint8Array(part), offset);
    offset += part.byteLength;
  }
  return whole.buffer;
}

/** @throws FoveaError if the bytes are not JSON */
export function parseJson(bytes: ArrayBuffer, name: string): unknown {
  if (bytes.byteLength > manifestLimit) {
    throw new FoveaError(`${name} is larger than 64 MiB.`, 'A model.json holds no weights: add its shards beside it.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FoveaError(`${name} is not valid JSON.`, 'The file is damaged: download or export it again.', { cause });
  }
}

/** SHA-256, hexadecimal. */
export const hashOf = (parts: readonly ArrayBuffer[]): Promise<string> => hashHex(new Uint8Array(joinBytes(parts)));
