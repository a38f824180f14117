import type { Reply } from '../../shared/protocol';

/** Posts a reply to the page; buffers in `transfer` are handed over, not copied. */
export type Send = (reply: Reply, transfer?: Transferable[]) => void;
