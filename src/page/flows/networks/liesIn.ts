import { openFiles } from '../../engine/networkStore/networkFolders';

/**
 * Whether these very files lie in a folder of the device's disk: a converter that was refused it keeps them in memory.
 */
export async function liesIn(folder: string, files: readonly File[]): Promise<boolean> {
  const sizes = files.map(({ name, size }) => ({ name, bytes: size }));
  return (await openFiles({ folder, files: sizes }).catch(() => null)) !== null;
}
