import { fileKind } from './fileKind';

/**
 * The file among a network's that describes it, told by its content: the one that is JSON. A name counts where several
 * look like it, or none does: then it is damaged.
 * @throws the signal's reason when aborted
 */
export async function findJson(signal: AbortSignal, files: readonly File[]): Promise<File | undefined> {
  const found: File[] = [];
  for (const file of files) if ((await fileKind(signal, file)) === 'json') found.push(file);
  const isNamedSo = ({ name }: File) => /\.json$/i.test(name);
  return found.find(isNamedSo) ?? found[0] ?? files.find(isNamedSo);
}
