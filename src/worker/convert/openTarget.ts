import { type FolderTarget, openFolderTarget } from './folderTarget';
import { memoryTarget } from './memoryTarget';
import type { WeightTarget } from './weightTarget';

/**
 * The folder on the device's disk, or memory where the browser refuses one (private windows) or runs out of room in the
 * middle: then what was written moves into memory, the folder is gone, and the conversion goes on.
 * @param folder null: memory from the start
 */
export async function openTarget(folder: string | null): Promise<WeightTarget> {
  if (folder === null) return memoryTarget();
  const disk = await openFolderTarget(folder).catch((error: unknown) => {
    console.warn('Fovea: this browser lends no disk; the network stays in memory.', error);
    return null;
  });
  return disk === null ? memoryTarget() : withFallback(disk);
}

function withFallback(disk: FolderTarget): WeightTarget {
  let target: WeightTarget = disk;
  const moveToMemory = async (error: unknown) => {
    console.warn('Fovea: the disk refused a network; it stays in memory.', error);
    const memory = memoryTarget();
    for await (const bytes of disk.written()) await memory.write(bytes);
    await disk.discard();
    target = memory;
  };
  const onEither = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      if (target !== disk) throw error;
      await moveToMemory(error);
      return step();
    }
  };
  return {
    write: (bytes) => onEither(() => target.write(bytes)),
    finish: (modelJson) => onEither(() => target.finish(modelJson)),
    discard: () => target.discard(),
  };
}
