import type { OtherFaceChosen } from '../../../state/maskResults';
import type { Option } from '../../../ui/SelectField';
import type { OtherFace } from './otherFaces';

export const fromFile = 'file';
/** The chosen face where it is not among those to choose: of another photo, or of somebody who left the gallery. */
const kept = 'kept';
const none = '';

/** The faces to choose from, and the one whose pixels are in use: no other, whatever the list has. */
export function otherOptions(
  faces: readonly OtherFace[],
  other: OtherFaceChosen | null,
  photoId: number | null,
): { readonly value: string; readonly options: readonly Option<string>[] } {
  const value = valueNow(faces, other, photoId);
  const file = { value: fromFile, label: value === fromFile && other !== null ? other.name : 'From a file…' };
  const options = [...faces.map(({ key, label }) => ({ value: key, label })), file];
  if (value === none) return { value, options: [{ value, label: 'Choose a face' }, ...options] };
  if (value === kept && other !== null) return { value, options: [{ value, label: other.name }, ...options] };
  return { value, options };
}

function valueNow(faces: readonly OtherFace[], other: OtherFaceChosen | null, photoId: number | null): string {
  if (other === null) return none;
  if (other.key === fromFile) return fromFile;
  const listed = faces.find(({ key }) => key === other.key);
  const isHere = listed !== undefined && (listed.source.kind !== 'face' || other.photoId === photoId);
  return isHere ? listed.key : kept;
}
