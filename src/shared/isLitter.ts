/**
 * What systems leave in folders and zips, and nobody means: '.DS_Store', 'Thumbs.db'.
 * @param path with or without folders
 */
export function isLitter(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? path;
  return parts.includes('__MACOSX') || name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}
