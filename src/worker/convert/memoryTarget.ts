import { weightsFile } from './modelJson';
import type { WeightTarget } from './weightTarget';

/** Bytes that are gathered before the browser takes them over as a blob. */
const pieceBytes = 8 * 2 ** 20;

/**
 * Keeps the network in blobs: the browser holds them outside this thread's memory, on its disk if there are many, and
 * they outlive the worker that made them, not the page.
 */
export function memoryTarget(): WeightTarget {
  let pieces: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const flush = () => {
    if (gathered.length > 0) pieces.push(new Blob(gathered));
    gathered = [];
    size = 0;
  };
  return {
    async write(bytes) {
      gathered.push(bytes);
      size += bytes.byteLength;
      if (size >= pieceBytes) flush();
    },
    async finish(modelJson) {
      flush();
      return [new File([modelJson], 'model.json', { type: 'application/json' }), new File(pieces, weightsFile)];
    },
    async discard() {
      pieces = [];
      gathered = [];
    },
  };
}
