const paths = new WeakMap<File, string>();

/** Remembers where a dropped file lay: only a picker of folders writes that into the file itself. */
export function withPath(file: File, path: string): File {
  paths.set(file, path);
  return file;
}

/** 'folder/file', as the folder was dropped or chosen; the name alone where it came in none. */
export const pathOf = (file: File): string => paths.get(file) ?? (file.webkitRelativePath || file.name);

/** The name of the folder that all of them came in; null where they did not come in one. */
export function folderOf(files: readonly File[]): string | null {
  const folders = new Set(
    files.map((file) => (pathOf(file).includes('/') ? (pathOf(file).split('/')[0] ?? null) : null)),
  );
  const [folder] = folders;
  return folders.size === 1 ? (folder ?? null) : null;
}
