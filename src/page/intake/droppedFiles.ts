import { FoveaError } from '../../shared/errors';

/** A network has a few hundred files at most. */
const mostFiles = 1000;

/**
 * The files of a drop, those in folders included. To be called while the event is handled: later the browser has
 * forgotten what was dropped.
 * @throws FoveaError when a folder holds too much, or cannot be read
 */
export function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  // Without a folder the list is at hand, and holds what has no entry, such as a picture out of another page.
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve([...data.files]);
  return collect(entries);
}

async function collect(roots: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const files: File[] = [];
  const waiting = [...roots];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    if (isDirectory(entry)) waiting.push(...(await childrenOf(entry)));
    else files.push(await fileOf(entry as FileSystemFileEntry));
    if (files.length + waiting.length > mostFiles)
      throw new FoveaError(`The folder holds more than ${mostFiles} files.`, 'Drop the folder of one network only.');
  }
  return files;
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives a part of the folder at each call, and nothing when it is at its end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  while (children.length <= mostFiles) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      refuse(folder),
    );
    if (part.length === 0) break;
    children.push(...part);
  }
  return children;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(refuse(entry));

const refuse = (entry: FileSystemEntry) => (cause: unknown) => {
  throw new FoveaError(`${entry.name} could not be read.`, 'Check that it is still there, then drop it again.', {
    cause,
  });
};
