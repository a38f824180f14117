/** Whether each of some words stands somewhere in these texts, in whatever case. */
export function hasWords(words: string, texts: readonly string[]): boolean {
  const text = texts.join('\n').toLowerCase();
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.every((word) => text.includes(word));
}
