import { dropFolder, folderHandle } from './folderHandle';
import { weightsFile } from './modelJson';
import type { WeightTarget } from './weightTarget';
import { writeAll } from './writeAll';

/** A folder target that can tell what it has written, so that another one can take over. */
export interface FolderTarget extends WeightTarget {
  /** The weights so far, from the start. */
  written(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

const readBackBytes = 8 * 2 ** 20;

/**
 * Writes into a folder of the origin's private file system, of which this has to be a dedicated worker. Nothing is held
 * in memory.
 * @throws DOMException where the browser lends no such file system, or the file is open elsewhere
 */
export async function openFolderTarget(folder: string): Promise<FolderTarget> {
  const home = await folderHandle(folder);
  const weights = await home.getFileHandle(weightsFile, { create: true });
  const access = await weights.createSyncAccessHandle();
  access.truncate(0);
  let size = 0;
  return {
    async write(bytes) {
      writeAll(access, bytes, size);
      size += bytes.byteLength;
    },
    async *written() {
      for (let at = 0; at < size; at += readBackBytes) {
        const bytes = new Uint8Array(Math.min(readBackBytes, size - at));
        access.read(bytes, { at });
        yield bytes;
      }
    },
    async finish(modelJson) {
      const model = await home.getFileHandle('model.json', { create: true });
      const json = await model.createSyncAccessHandle();
      try {
        json.truncate(0);
        writeAll(json, new TextEncoder().encode(modelJson), 0);
        json.flush();
      } finally {
        json.close();
      }
      access.flush();
      // The last that can fail is over: until here, what was written can still be read back.
      access.close();
      return [await model.getFile(), await weights.getFile()];
    },
    async discard() {
      access.close();
      await dropFolder(folder);
    },
  };
}
