import { readFileSync } from 'node:fs';
import { inspectPhoto } from '../../../src/page/intake/photo/readPhoto';
import { FoveaError } from '../../../src/shared/errors';

export const never = new AbortController().signal;

/** Bytes of a file of tests/fixtures/photos. */
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url)));

/** Bytes from letters (Latin-1) and numbers. */
export const bytesOf = (...parts: readonly (string | number | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part];
      return typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : [...part];
    }),
  );

/** What the intake says of a file before it is decoded: its format and size, or the error's message. */
export async function inspect(bytes: Uint8Array<ArrayBuffer>, name = 'photo.jpg'): Promise<string> {
  try {
    const { format, header } = await inspectPhoto(never, new File([bytes], name));
    return `${format} ${header.width}×${header.height}`;
  } catch (error) {
    if (!(error instanceof FoveaError) || error.remedy.length < 10) throw error;
    return error.message;
  }
}
