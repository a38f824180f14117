import { studyKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { studyStore } from '../../state/study';

/** Keeps what the user has said of the study, and how it is measured, on this device. Never rejects. */
export async function keepStudy(): Promise<void> {
  const { settings, stamp, known, photos, masked } = studyStore.getState();
  if (settings === null) return;
  const mask = masked === null ? null : { name: masked.name, strokes: masked.mask };
  await studyVault.change([[studyKey, { version: 1, settings, stamp, known, photos, mask }]]);
}
