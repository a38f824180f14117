import { sha256 } from './sha256';

/**
 * SHA-256, hexadecimal: by the browser, or by hand over plain http, where browsers withhold theirs (localhost apart).
 */
export async function hashHex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
