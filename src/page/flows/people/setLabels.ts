import type { MaskedPhoto, MeasuredPhoto, StudyPhoto } from '../../../shared/people';
import { studyStore } from '../../state/study';
import { textOf } from './addPhotos';
import { compareStudy, supersedeComparison } from './compareStudy';
import { keepStudy } from './keepStudy';
import { labelMasked } from './labelMasked';
import { labelMeasurement } from './labelMeasurement';
import { dateTraining } from './training/dateTraining';

/** What the user says of a photo; what is absent stays as it was, null takes it back. */
export interface StudyLabel {
  readonly person?: string | null;
  readonly group?: string | null;
}

/**
 * Labels photos by id: at once; then keeps it and compares again, where it changes anything. Nothing is measured again.
 * Never rejects.
 */
export async function setLabels(labels: ReadonlyMap<string, StudyLabel>): Promise<void> {
  const before = studyStore.getState().photos;
  const labelled = before.map((photo) => relabel(photo, labels.get(photo.id)));
  if (labelled.every((photo, i) => photo === before[i])) return;
  // At once: while this is kept, no comparison of the labels before may end and count as one of those now.
  supersedeComparison();
  studyStore.setState(({ measured, masked, known, training, trainedPhotos }) => {
    const byId = new Map(labelled.map((photo) => [photo.id, photo]));
    const open = relabelAll(measured, byId, known);
    return {
      photos: labelled,
      measured: open,
      // What was compared is of the labels before.
      comparing: true,
      training: training === null ? null : dateTraining(training, trainedPhotos, labelled),
      masked: masked === null ? null : { ...masked, measured: relabelMasked(masked.measured, byId, open, known) },
    };
  });
  await keepStudy();
  await compareStudy();
}

function relabel(photo: StudyPhoto, label: StudyLabel | undefined): StudyPhoto {
  if (label === undefined) return photo;
  const [person, group] = [label.person, label.group].map((text) => (text === undefined ? undefined : textOf(text)));
  const next = {
    person: person === undefined ? photo.person : person,
    group: group === undefined ? photo.group : group,
  };
  // The same object where nothing changes: that tells whether there is anything to keep, and a step to undo.
  return next.person === photo.person && next.group === photo.group ? photo : { ...photo, ...next };
}

function relabelAll(
  measured: ReadonlyMap<string, MeasuredPhoto>,
  photos: ReadonlyMap<string, StudyPhoto>,
  known: readonly string[],
): ReadonlyMap<string, MeasuredPhoto> {
  return new Map(
    [...measured].map(([id, one]) => {
      const photo = photos.get(id);
      return [id, photo === undefined ? one : labelMeasurement(one, photo, known)];
    }),
  );
}

function relabelMasked(
  masked: ReadonlyMap<string, MaskedPhoto>,
  photos: ReadonlyMap<string, StudyPhoto>,
  measured: ReadonlyMap<string, MeasuredPhoto>,
  known: readonly string[],
): ReadonlyMap<string, MaskedPhoto> {
  return new Map(
    [...masked].map(([id, one]) => {
      const [photo, open] = [photos.get(id), measured.get(id)];
      return [id, photo === undefined || open === undefined ? one : labelMasked(one, photo, open, known)];
    }),
  );
}
