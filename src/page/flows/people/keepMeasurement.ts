import type { MeasuredFace } from '../../../shared/calls/peopleCalls';
import type { StudyPhoto } from '../../../shared/people';
import { thumbnail } from '../../../shared/raster/thumbnail';
import { recordKey, type StoredFace, type StoredMeasurement } from '../../engine/people/studyRecords';
import { studyVault } from '../../engine/people/studyVault';
import { studyStore } from '../../state/study';
import { pictureCanvas } from '../pictureCanvas';
import { labelMeasurement } from './labelMeasurement';

/** Pixels on a side of a thumbnail, and its JPEG quality. */
const thumbnailSide = 112;
const quality = 0.85;

/** Keeps a measurement on this device, and shows it. */
export async function keepMeasurement(photo: StudyPhoto, face: StoredFace, measured: MeasuredFace): Promise<void> {
  const small = await compress(measured);
  const stored = { ...withoutPixels(face, measured), thumbnail: await small.arrayBuffer(), places: measured.places };
  await studyVault.change([[recordKey('measured', photo.id), stored]]);
  showMeasurement(photo, stored, small);
}

/** Shows what is kept of a photo. */
export function showMeasurement(photo: StudyPhoto, stored: StoredMeasurement, small: Blob): void {
  studyStore.setState(({ measured, thumbnails, known, photos }) => {
    // The user may have labelled it anew meanwhile.
    const now = photos.find(({ id }) => id === photo.id);
    if (now === undefined) return {};
    const { thumbnail: _, places: __, ...numbers } = stored;
    return {
      measured: new Map(measured).set(photo.id, labelMeasurement(numbers, now, known)),
      thumbnails: new Map(thumbnails).set(photo.id, small),
    };
  });
}

/** What is kept of a measurement beside its pictures. */
export function withoutPixels(
  { faces }: StoredFace,
  { input: _, places: __, ...numbers }: MeasuredFace,
): Omit<StoredMeasurement, 'thumbnail' | 'places'> {
  return { ...numbers, faces };
}

function compress({ input }: MeasuredFace): Promise<Blob> {
  return pictureCanvas(thumbnail(input, thumbnailSide)).convertToBlob({ type: 'image/jpeg', quality });
}
