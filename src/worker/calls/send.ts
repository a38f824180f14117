import type { Reply } from '../../shared/protocol';

/** Posts a reply to the page; buffers in `transfer` are handed over, not copied. */
export type Send = (reply: Reply, transfer?: Transferable[]) => void;

/** Every buffer in a message of plain objects and arrays, once. */
export function buffersOf(message: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(message)) found.add(message.buffer as ArrayBuffer);
  else if (Array.isArray(message)) for (const item of message) buffersOf(item, found);
  else if (message !== null && typeof message === 'object') {
    for (const item of Object.values(message)) buffersOf(item, found);
  }
  return [...found];
}
