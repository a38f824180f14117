const names = /^(readme|licen[cs]e|copying|notice|authors|contributing|change(log|s)|citation|requirements)\b/i;
/** Only text says what it is by such a name: these hold lists, whatever they are called. */
const lists = /\.(json|npy)$/i;
const endings = /\.(md|markdown|rst|tex|html?|py|ipynb|sh|ya?ml|toml|ini|cfg|log)$/i;

/**
 * Whether a text goes along with a network, and lists no names of its classes whatever its number of lines: only its
 * name can tell.
 * @param path with or without folders
 */
export function isDocument(path: string): boolean {
  const name = path.split('/').at(-1) ?? path;
  return (names.test(name) && !lists.test(name)) || endings.test(name);
}
