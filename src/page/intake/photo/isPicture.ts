import { sniff, sniffedBytes } from './sniff';

/** What is no picture of any kind, and nothing that a picture could be in. */
const others = ['text', 'html', 'unknown'];

/** Whether a file is a picture, of whatever kind and whether it can be read here or not, told by its first bytes. */
export const isPicture = async (file: Blob): Promise<boolean> =>
  !others.includes(sniff(new Uint8Array(await file.slice(0, sniffedBytes).arrayBuffer())));
