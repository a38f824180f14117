const longest = 60;

/** A file's name as messages quote it; shortened in the middle, so that its ending stays. */
export function quoteName(file: { readonly name?: string }): string {
  const name = file.name?.trim() ?? '';
  if (name === '') return 'The photo';
  const letters = Array.from(name);
  if (letters.length <= longest) return `“${name}”`;
  return `“${letters.slice(0, longest - 16).join('')}…${letters.slice(-15).join('')}”`;
}
