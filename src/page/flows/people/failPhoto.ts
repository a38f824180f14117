import { toSentError } from '../../../shared/errors';
import type { StudyPhoto } from '../../../shared/people';
import { recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { studyStore } from '../../state/study';

/** Lists a photo with the reason why it cannot be measured. */
export async function failPhoto({ id, file }: StudyPhoto, error: unknown): Promise<void> {
  const { message, remedy } = toSentError(error);
  const failure = { id, file, message, remedy };
  await studyVault.change([[recordKey('failure', id), { file, message, remedy }]]);
  studyStore.setState(({ failures }) => ({ failures: new Map(failures).set(id, failure) }));
}
