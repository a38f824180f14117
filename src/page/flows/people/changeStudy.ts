import type { StudySettings } from '../../../shared/people';
import { notifyError } from '../../state/notices';
import { studyStore } from '../../state/study';
import { compareStudy } from './compareStudy';
import { defaultStudySettings } from './defaultStudySettings';
import { keepStudy } from './keepStudy';
import { measureAll } from './measureWithMask';
import { endStudyWork } from './studyWork';
import { forgetMeasurements } from './takeStamp';

/**
 * Measures all photos of the study in another way: by another network, layer or method, from the faces that are kept. Another
 * seed of the resampling, or number of resamples, only compares again. Never rejects.
 */
export async function changeStudy(change: Partial<StudySettings>): Promise<void> {
  const { settings } = studyStore.getState();
  if (settings === null) return;
  try {
    // Another network has other layers.
    const { layer: _, ...rest } = settings;
    const kept = change.network !== undefined && change.network !== settings.network ? rest : settings;
    const next = await defaultStudySettings(new AbortController().signal, { ...kept, ...change });
    const isSame = (['network', 'layer', 'method', 'seed'] as const).every((key) => next[key] === settings[key]);
    if (!isSame) await endStudyWork();
    studyStore.setState({ settings: next });
    if (!isSame) await forgetMeasurements();
    await keepStudy();
    if (isSame) await compareStudy();
    else await measureAll();
  } catch (error) {
    notifyError(error);
  }
}
