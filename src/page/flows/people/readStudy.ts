import * as v from 'valibot';
import { methods } from '../../../shared/methods';
import type { MaskedPhoto, MeasuredPhoto, StudyFailure, StudyPhoto, StudySettings } from '../../../shared/people';
import { failureSchema, measuredSchema, studyKey, studySchema } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { notifyError } from '../../state/notices';
import { studyStore } from '../../state/study';
import { compareStudy } from './compareStudy';
import { labelMasked } from './labelMasked';
import { labelMeasurement } from './labelMeasurement';
import { tellMissing } from './tellMissing';

/**
 * Shows the study that is kept on this device in the place of the one in view; `resumeStudy` goes on with it. Records
 * that cannot be read count as photos that wait. Never rejects.
 */
export async function readStudy(): Promise<void> {
  studyVault.onTrouble = notifyError;
  try {
    const head = v.safeParse(studySchema, await studyVault.get(studyKey));
    if (head.success) await show(head.output);
  } catch (error) {
    notifyError(error);
  }
  studyStore.setState({ ready: true });
  await tellMissing();
  void compareStudy();
}

async function show(head: v.InferOutput<typeof studySchema>): Promise<void> {
  const { settings, stamp, known, photos, mask } = head;
  if (!methods.some(({ id }) => id === settings.method)) return;
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const thumbnails = new Map<string, Blob>();
  const measured = await readMeasured('measured', byId, known, thumbnails);
  const failures = await readFailures(byId);
  const masked = {
    ...{ mask: (mask?.strokes ?? []) as never, name: mask?.name ?? '', failures: new Map<string, StudyFailure>() },
    measured: mask === null ? new Map<string, MaskedPhoto>() : await readMasked(byId, measured, known),
  };
  studyStore.setState({
    ...{ settings: settings as StudySettings, stamp, known, photos, measured, failures, thumbnails },
    masked: mask === null ? null : masked,
  });
}

async function readMeasured(
  kind: 'measured' | 'masked',
  photos: ReadonlyMap<string, StudyPhoto>,
  known: readonly string[],
  thumbnails: Map<string, Blob> | null,
): Promise<ReadonlyMap<string, MeasuredPhoto & MaskedPhoto>> {
  const found = new Map<string, MaskedPhoto>();
  for await (const [id, value] of studyVault.each(kind)) {
    const record = v.safeParse(measuredSchema, value);
    const photo = photos.get(id);
    if (!record.success || photo === undefined) continue;
    const { thumbnail, places: _, ...numbers } = record.output;
    found.set(id, labelMeasurement(numbers, photo, known));
    if (thumbnail !== null) thumbnails?.set(id, new Blob([thumbnail], { type: 'image/jpeg' }));
  }
  return found;
}

/** Those whose measurement without the mask is not there are left out: they are measured again. */
async function readMasked(
  photos: ReadonlyMap<string, StudyPhoto>,
  measured: ReadonlyMap<string, MeasuredPhoto>,
  known: readonly string[],
): Promise<ReadonlyMap<string, MaskedPhoto>> {
  const found = new Map<string, MaskedPhoto>();
  for (const [id, one] of await readMeasured('masked', photos, known, null)) {
    const [photo, open] = [photos.get(id), measured.get(id)];
    if (photo !== undefined && open !== undefined) found.set(id, labelMasked(one, photo, open, known));
  }
  return found;
}

async function readFailures(photos: ReadonlyMap<string, StudyPhoto>): Promise<ReadonlyMap<string, StudyFailure>> {
  const found = new Map<string, StudyFailure>();
  for await (const [id, value] of studyVault.each('failure')) {
    const record = v.safeParse(failureSchema, value);
    if (record.success && photos.has(id)) found.set(id, { id, ...record.output });
  }
  return found;
}
