import { studyVault } from '../../engine/people/studyVault';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';
import { forgetFailures } from './forgetFailures';
import { openStudy } from './openStudy';
import { resumeStudy } from './resumeStudy';
import { sourceIds } from './studySources';

/** Measures the photos again that have failed, those of which the face or the file is still here. Never rejects. */
export async function tryAgain(): Promise<void> {
  await openStudy();
  const [sources, faces] = await Promise.all([sourceIds(), studyVault.ids('face')]);
  const failed = [...studyStore.getState().failures.keys()];
  const again = failed.filter((id) => sources.has(id) || faces.has(id));
  const gone = failed.length - again.length;
  if (gone > 0)
    notify({
      severity: 'warning',
      message:
        gone === 1 ? '1 photo is not on this device any more.' : `${gone} photos are not on this device any more.`,
      remedy: 'Add them again.',
    });
  if (again.length === 0) return;
  await forgetFailures(again);
  await resumeStudy();
}
