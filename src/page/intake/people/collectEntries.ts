import { FoveaError } from '../../../shared/errors';
import { isLitter } from '../../../shared/isLitter';
import type { FoundFile } from './foundFile';

/** Files of one drop; more is rather a disk than a study. */
const mostFiles = 20_000;

/**
 * What is dropped, as entries of a file system. Ask within the event: afterwards the browser has forgotten them. Empty
 * where it knows none.
 */
export function entriesOf(data: DataTransfer): readonly FileSystemEntry[] {
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  return entries.filter((entry) => entry !== null);
}

export interface Collected {
  /** In the order of their paths. */
  readonly found: readonly FoundFile[];
  /** Paths of files and folders that cannot be read: moved since, or not allowed. */
  readonly unreadable: readonly string[];
}

/**
 * All files of dropped folders, theirs within them included. One that cannot be read takes nothing from the others.
 * @throws FoveaError when they are too many files; the signal's reason when aborted
 */
export async function collectEntries(signal: AbortSignal, entries: readonly FileSystemEntry[]): Promise<Collected> {
  const found: FoundFile[] = [];
  const unreadable: string[] = [];
  // A list instead of a recursion: folders may be nested deeper than a stack.
  const open = [...entries];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    signal.throwIfAborted();
    if (isLitter(entry.name)) continue;
    const path = entry.fullPath.replace(/^\//, '');
    try {
      if (isFolder(entry)) open.push(...(await childrenOf(signal, entry)));
      else if (isFile(entry)) found.push({ file: await fileOf(entry), path });
    } catch {
      signal.throwIfAborted();
      unreadable.push(path);
    }
    if (found.length > mostFiles)
      throw new FoveaError(`These folders hold more than ${mostFiles} files.`, 'Drop a part of them.');
  }
  signal.throwIfAborted();
  found.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  return { found, unreadable };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader gives a hundred or so at a time, and none when it has given all. */
async function childrenOf(signal: AbortSignal, folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    signal.throwIfAborted();
    if (some.length === 0) return children;
    children.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));
