/** A file where it lay: its path in the folder that was chosen or zipped, with `/` between its parts. */
export interface PlacedFile {
  readonly path: string;
  readonly file: Blob;
}

/** A file with the path that is known of it; a chosen folder's files know their own, others have a name only. */
export const placed = (file: File, path?: string): PlacedFile => ({
  path: path ?? (file.webkitRelativePath || file.name),
  file,
});

/** The last part of a path. */
export const baseName = (path: string): string => path.split('/').at(-1) ?? path;

/**
 * The file that another one names by a relative path: beside it, else the only one of that name. Files that were
 * chosen one by one have lost their folders.
 */
export function findBeside<Found extends PlacedFile>(
  files: readonly Found[],
  beside: string,
  name: string,
): Found | undefined {
  const folder = beside.split('/').slice(0, -1);
  const exact = [...folder, ...name.split('/')].join('/');
  return (
    files.find(({ path }) => path === exact) ??
    files.find(({ path }) => path === baseName(name)) ??
    onlyOne(files.filter(({ path }) => baseName(path) === baseName(name)))
  );
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
