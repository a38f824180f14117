import type { MeasuredPhoto, StudyPhoto } from '../../../shared/people';
import { studyStore } from '../../state/study';
import { textOf } from './addPhotos';
import { compareStudy } from './compareStudy';
import { keepStudy } from './keepStudy';
import { labelMeasurement } from './labelMeasurement';

/** What the user says of a photo; what is absent stays as it was, null takes it back. */
export interface StudyLabel {
  readonly person?: string | null;
  readonly group?: string | null;
}

/** Labels photos by id, keeps it and compares again. Nothing is measured again. Never rejects. */
export async function setLabels(labels: ReadonlyMap<string, StudyLabel>): Promise<void> {
  studyStore.setState(({ photos, measured, masked, known }) => {
    const labelled = photos.map((photo) => relabel(photo, labels.get(photo.id)));
    const byId = new Map(labelled.map((photo) => [photo.id, photo]));
    return {
      photos: labelled,
      measured: relabelAll(measured, byId, known),
      masked: masked === null ? null : { ...masked, measured: relabelAll(masked.measured, byId, known) },
    };
  });
  await keepStudy();
  await compareStudy();
}

function relabel(photo: StudyPhoto, label: StudyLabel | undefined): StudyPhoto {
  if (label === undefined) return photo;
  const { person = photo.person, group = photo.group } = label;
  return { ...photo, person: textOf(person), group: textOf(group) };
}

function relabelAll<Measured extends MeasuredPhoto>(
  measured: ReadonlyMap<string, Measured>,
  photos: ReadonlyMap<string, StudyPhoto>,
  known: readonly string[],
): ReadonlyMap<string, Measured> {
  return new Map(
    [...measured].map(([id, one]) => {
      const photo = photos.get(id);
      return [id, photo === undefined ? one : labelMeasurement(one, photo, known)];
    }),
  );
}
