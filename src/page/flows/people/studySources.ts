import * as v from 'valibot';
import { recordKey, sourceSchema } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';

/** Bytes of photos that are kept until their faces are. */
const mostKept = 512 * 2 ** 20;

/** Files that wait for being measured, by photo id: references to the disk, not their bytes. */
const files = new Map<string, File>();

/** Bytes of the files that are kept on this device, by photo id, and of all of them. */
const sizes = new Map<string, number>();
let used = 0;

function setSize(id: string, size: number | null): void {
  used += (size ?? 0) - (sizes.get(id) ?? 0);
  if (size === null) sizes.delete(id);
  else sizes.set(id, size);
}

let keeping: Promise<void> = Promise.resolve();

export const takeSource = (id: string, file: File): void => void files.set(id, file);

/** The photo is measured, its face is kept: its file is not needed any more. */
export async function dropSource(id: string): Promise<void> {
  files.delete(id);
  setSize(id, null);
  await studyVault.change([], [recordKey('source', id)]);
}

export const forgetSources = (): void => files.clear();

/** The file of a photo: as it was given, or as it was kept on this device; null where it has to be given again. */
export async function sourceOf(id: string): Promise<File | null> {
  const given = files.get(id);
  if (given !== undefined) return given;
  const kept = await storedSource(id);
  return kept === null ? null : new File([kept.bytes], kept.name, { type: kept.type });
}

/** Ids of photos whose files are here or on this device. */
export async function sourceIds(): Promise<ReadonlySet<string>> {
  return new Set([...files.keys(), ...(await studyVault.ids('source'))]);
}

/**
 * Keeps the files of photos on this device while they wait, the last first (the first are soon done), so that the study
 * goes on after a reload: one file's bytes at a time in memory, up to 512 MB with those that are kept already. Ends
 * early where there is no room; never rejects. What is not kept has to be given again.
 */
export function keepSources(ids: readonly string[]): Promise<void> {
  keeping = keeping.then(() => keepEach(ids));
  return keeping;
}

/** Resolves when what was begun to be kept is. */
export const sourcesKept = (): Promise<void> => keeping;

async function keepEach(ids: readonly string[]): Promise<void> {
  const stored = await studyVault.ids('source');
  const fresh = ids.filter((id) => files.has(id) && !stored.has(id));
  if (fresh.length === 0) return;
  await readSizes(stored);
  for (const id of fresh.reverse()) {
    const file = files.get(id);
    if (file === undefined || used + file.size > mostKept) continue;
    const bytes = await file.arrayBuffer().catch(() => null);
    // A file that cannot be read is told when it is measured.
    if (bytes === null) continue;
    const { name, type } = file;
    if (!(await studyVault.tryKeep(recordKey('source', id), { name, type, bytes }))) return;
    setSize(id, bytes.byteLength);
    // Its photo was done, or the study removed, meanwhile.
    if (!files.has(id)) await dropSource(id);
  }
}

/** Of files that were kept before this page was opened, or by another tab: one at a time, once. */
async function readSizes(stored: ReadonlySet<string>): Promise<void> {
  for (const id of [...sizes.keys()]) if (!stored.has(id)) setSize(id, null);
  for (const id of stored) if (!sizes.has(id)) setSize(id, (await storedSource(id))?.bytes.byteLength ?? 0);
}

async function storedSource(id: string): Promise<v.InferOutput<typeof sourceSchema> | null> {
  const kept = v.safeParse(sourceSchema, await studyVault.get(recordKey('source', id)));
  return kept.success ? kept.output : null;
}
