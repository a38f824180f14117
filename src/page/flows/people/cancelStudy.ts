import { endStudyWork } from './studyWork';
import { tellMissing } from './tellMissing';

/** Ends what is under way in the study; what was measured stays, and `resumeStudy` goes on. Never rejects. */
export async function cancelStudy(): Promise<void> {
  await endStudyWork();
  await tellMissing();
}
