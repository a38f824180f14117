import * as v from 'valibot';
import { faceSchema, recordKey, type StoredFace } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';

/** The kept face of a photo; null where there is none, or what is there cannot be read. */
export async function storedFace(id: string): Promise<StoredFace | null> {
  const kept = v.safeParse(faceSchema, await studyVault.get(recordKey('face', id)));
  return kept.success ? kept.output : null;
}
