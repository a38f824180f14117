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
 * Measures all photos of the study in another way: by another network, layer or method, from the faces that are kept.
 * Another seed, or number of resamples, only compares again, but for a method that draws by the seed itself. Never
 * rejects.
 */
export async function changeStudy(change: Partial<StudySettings>): Promise<void> {
  try {
    const whole = await withLayer(change);
    // What was changed while a network was loading stays changed: nothing waits between reading this and writing it.
    const { settings } = studyStore.getState();
    if (settings === null) return;
    const next = { ...settings, ...whole };
    studyStore.setState({ settings: next });
    const isSame = measuredBy(next) === measuredBy(settings);
    if (!isSame) {
      await endStudyWork();
      await forgetMeasurements();
    }
    await keepStudy();
    if (isSame) await compareStudy();
    else await measureAll();
  } catch (error) {
    notifyError(error);
  }
}

/** How many photos are measured again by this change: their figures go before. */
export function measuredAgain(change: Partial<StudySettings>): number {
  const { settings, measured, failures } = studyStore.getState();
  if (settings === null || measuredBy({ ...settings, ...change }) === measuredBy(settings)) return 0;
  return measured.size + failures.size;
}

/** Another network has other layers. */
async function withLayer(change: Partial<StudySettings>): Promise<Partial<StudySettings>> {
  const { network } = change;
  const before = studyStore.getState().settings?.network;
  if (before === undefined || network === undefined || network === before || change.layer !== undefined) return change;
  const { layer } = await defaultStudySettings(new AbortController().signal, { network });
  return { ...change, layer };
}

/** What the figures of a photo depend on. */
const measuredBy = ({ network, layer, method, seed }: StudySettings): string =>
  JSON.stringify([network, layer, method, draws.has(method) ? seed : null]);

/** Methods that draw at random, by the study's seed. */
const draws: ReadonlySet<StudySettings['method']> = new Set(['smooth-grad']);
