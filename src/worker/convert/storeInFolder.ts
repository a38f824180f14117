import type { LoadProgress } from '../../shared/calls/networkCalls';
import { dropFolder, folderHandle } from './folderHandle';
import { writeAll } from './writeAll';

const pieceBytes = 8 * 2 ** 20;

/**
 * Copies files as they are into a folder of the origin's private file system, piece by piece.
 * @returns the copies; null where the browser refuses or has no room: nothing is left there then
 * @throws the signal's reason when aborted, and nothing is left there either
 */
export async function storeInFolder(
  signal: AbortSignal,
  files: readonly File[],
  folder: string,
  onProgress: (progress: LoadProgress) => void,
): Promise<readonly File[] | null> {
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let loadedBytes = 0;
  try {
    const home = await folderHandle(folder);
    const copies: File[] = [];
    for (const file of files) {
      const copy = await home.getFileHandle(file.name, { create: true });
      await copyInto(signal, file, copy, (bytes) => {
        loadedBytes += bytes;
        onProgress({ loadedBytes, totalBytes, stage: 'reading' });
      });
      copies.push(await copy.getFile());
    }
    return copies;
  } catch (error) {
    await dropFolder(folder).catch(() => undefined);
    signal.throwIfAborted();
    console.warn('Fovea: the disk refused a network.', error);
    return null;
  }
}

async function copyInto(
  signal: AbortSignal,
  file: File,
  copy: FileSystemFileHandle,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const access = await copy.createSyncAccessHandle();
  try {
    access.truncate(0);
    for (let at = 0; at < file.size; at += pieceBytes) {
      signal.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
      writeAll(access, bytes, at);
      onBytes(bytes.byteLength);
    }
    access.flush();
  } finally {
    access.close();
  }
}
