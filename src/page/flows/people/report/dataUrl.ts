import { toBase64 } from '../../../intake/gallery/base64';

/** A blob as an address that holds its bytes. */
export async function dataUrl(blob: Blob): Promise<string> {
  return `data:${blob.type};base64,${toBase64(new Uint8Array(await blob.arrayBuffer()))}`;
}
