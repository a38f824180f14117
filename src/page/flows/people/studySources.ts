import * as v from 'valibot';
import { recordKey, sourceSchema } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';

/** Bytes of photos that are kept until their faces are. */
const mostKept = 512 * 2 ** 20;

/** Files that wait for being measured, by photo id: references to the disk, not their bytes. */
const files = new Map<string, File>();

export const takeSource = (id: string, file: File): void => void files.set(id, file);

/** The photo is measured, its face is kept: its file is not needed any more. */
export async function dropSource(id: string): Promise<void> {
  files.delete(id);
  await studyVault.change([], [recordKey('source', id)]);
}

export const forgetSources = (): void => files.clear();

/** The file of a photo: as it was given, or as it was kept on this device; null where it has to be given again. */
export async function sourceOf(id: string): Promise<File | null> {
  const given = files.get(id);
  if (given !== undefined) return given;
  const kept = v.safeParse(sourceSchema, await studyVault.get(recordKey('source', id)));
  return kept.success ? new File([kept.output.bytes], kept.output.name, { type: kept.output.type }) : null;
}

/** Ids of photos whose files are here or on this device. */
export async function sourceIds(): Promise<ReadonlySet<string>> {
  return new Set([...files.keys(), ...(await studyVault.ids('source'))]);
}

/**
 * Keeps the files of photos on this device while they wait, the last first (the first are soon done), so that the study goes
 * on after a reload: one file's bytes at a time in memory, up to 512 MB in all. Ends early where there is no room; never
 * rejects. What is not kept has to be given again.
 */
export async function keepSources(ids: readonly string[]): Promise<void> {
  const stored = await studyVault.ids('source');
  let room = mostKept;
  for (const id of [...ids].reverse()) {
    const file = files.get(id);
    if (file === undefined || stored.has(id) || file.size > room) continue;
    const bytes = await file.arrayBuffer().catch(() => null);
    // A file that cannot be read is told when it is measured.
    if (bytes === null) continue;
    const { name, type } = file;
    if (!(await studyVault.tryKeep(recordKey('source', id), { name, type, bytes }))) return;
    room -= file.size;
    // Its photo was done, or the study removed, meanwhile.
    if (!files.has(id)) await dropSource(id);
  }
}
