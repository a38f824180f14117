const paths = new WeakMap<File, string>();

/** Remembers where a dropped file lay: only a picker of folders writes that into the file itself. */
export function withPath(file: File, path: string): File {
  paths.set(file, path);
  return file;
}

/** 'folder/file', as the folder was dropped or chosen; the name alone where it came in none. */
export const pathOf = (file: File): string => paths.get(file) ?? (file.webkitRelativePath || file.name);
