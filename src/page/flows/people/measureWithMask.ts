import { toSentError } from '../../../shared/errors';
import type { Mask } from '../../../shared/mask';
import type { MaskedStudy, MeasuredPhoto, StudyFailure } from '../../../shared/people';
import { recordKey } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { type StudyState, studyStore } from '../../state/study';
import { otherInput } from '../masks/otherInput';
import { compareStudy, supersedeComparison } from './compareStudy';
import { forEachAtOnce } from './forEachAtOnce';
import { withoutPixels } from './keepMeasurement';
import { keepStudy } from './keepStudy';
import { labelMasked } from './labelMasked';
import { measureKept, type StudyMask } from './measureKept';
import { measureStudy, photosAtOnce } from './measureStudy';
import { storedFace } from './storedFace';
import { type StudyPlan, studyPlan } from './studyPlan';
import { endStudyWork, studyWork } from './studyWork';
import { takeStamp } from './takeStamp';

/**
 * Lays a mask over the faces of all measured photos and measures them again, in the place of the mask before. The maps
 * explain the answers of the photos without the mask. Resolves when all are measured or it is stopped; never rejects.
 * @param name for a person: 'Eye bar'
 */
export async function measureWithMask(mask: Mask, name: string): Promise<void> {
  if (studyStore.getState().settings === null || mask.length === 0) return;
  await endStudyWork();
  await forgetMasked();
  studyStore.setState({ masked: { mask, name, measured: new Map(), failures: new Map() } });
  await keepStudy();
  await maskStudy();
}

/** Takes the mask away from the study, and what was measured under it. Never rejects. */
export async function removeMask(): Promise<void> {
  await endStudyWork();
  const { comparing } = studyStore.getState();
  await forgetMasked();
  await keepStudy();
  if (comparing) await compareStudy();
}

async function forgetMasked(): Promise<void> {
  supersedeComparison();
  studyStore.setState({ masked: null, maskedComparison: null, losses: null, comparing: false });
  await studyVault.drop('masked');
}

/** Measures the photos that wait, then those that are not measured under the study's mask yet. Never rejects. */
export async function measureAll(): Promise<void> {
  if ((await measureStudy()) && studyStore.getState().masked !== null) await maskStudy();
}

/**
 * Goes on with the photos that are not measured under the study's mask yet. Where the network or the gallery is another
 * than the one they were measured by, all are measured again first: the two belong together. Never rejects.
 */
export async function maskStudy(): Promise<void> {
  let isOther = false;
  await studyWork('masking', async (signal, tell) => {
    const { settings } = studyStore.getState();
    if (settings === null) return;
    const plan = await studyPlan(signal, settings, (words) => tell(0, 0, words));
    isOther = await takeStamp(plan);
    const { masked, measured } = studyStore.getState();
    if (masked === null || isOther) return;
    const needsOther = masked.mask.some(({ fill, erase }) => fill === 'other' && !erase);
    const mask = { strokes: masked.mask, other: needsOther ? await otherInput(signal, settings.network) : null };
    const waiting = [...measured.values()].filter(({ id }) => !masked.measured.has(id));
    let done = 0;
    tell(done, waiting.length);
    await forEachAtOnce(waiting, await photosAtOnce(), async (photo) => {
      await maskPhoto(signal, plan, mask, photo);
      done += 1;
      tell(done, waiting.length);
    });
  });
  await (isOther ? measureAll() : compareStudy());
}

async function maskPhoto(signal: AbortSignal, plan: StudyPlan, mask: StudyMask, open: MeasuredPhoto): Promise<void> {
  const { id, file } = open;
  try {
    const face = await storedFace(id);
    if (face === null) throw new Error('The face is not on this device any more.');
    const measured = await measureKept(signal, plan, face, { mask, answer: open.index });
    signal.throwIfAborted();
    const numbers = withoutPixels(face, measured);
    await studyVault.change([[recordKey('masked', id), { ...numbers, thumbnail: null, places: null }]]);
    change(({ masked, measured: all, photos, known }) => {
      const photo = photos.find((one) => one.id === id);
      // The user may have labelled it anew meanwhile.
      const now = all.get(id);
      if (photo === undefined || now === undefined) return masked;
      const failures = new Map(masked.failures);
      failures.delete(id);
      const labelled = labelMasked(numbers, photo, now, known);
      return { ...masked, failures, measured: new Map(masked.measured).set(id, labelled) };
    });
  } catch (error) {
    signal.throwIfAborted();
    const { message, remedy } = toSentError(error);
    const failure: StudyFailure = { id, file, message, remedy };
    change(({ masked }) => ({ ...masked, failures: new Map(masked.failures).set(id, failure) }));
  }
}

function change(make: (state: StudyState & { readonly masked: MaskedStudy }) => MaskedStudy): void {
  studyStore.setState((state) => {
    const { masked } = state;
    return masked === null ? {} : { masked: make({ ...state, masked }) };
  });
}
