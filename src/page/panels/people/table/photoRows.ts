import { regions } from '../../../../shared/face';
import type { MeasuredPhoto, StudyFailure, StudyPhoto } from '../../../../shared/people';
import type { PhotoColumn, PhotoFilter, PhotoOrder } from '../../../state/peopleView';
import type { StudyState } from '../../../state/study';
import { hasWords } from './hasWords';
import { sortRows } from './sortRows';

/** A line of the table. */
export interface PhotoRow {
  readonly photo: StudyPhoto;
  readonly measured: MeasuredPhoto | null;
  readonly failure: StudyFailure | null;
}

export const photoRows = (
  photos: readonly StudyPhoto[],
  { measured, failures }: Pick<StudyState, 'measured' | 'failures'>,
): readonly PhotoRow[] =>
  photos.map((photo) => ({
    photo,
    measured: measured.get(photo.id) ?? null,
    failure: failures.get(photo.id) ?? null,
  }));

/** The rows that a filter lets through. */
export function filterPhotos(rows: readonly PhotoRow[], { words, group, state }: PhotoFilter): readonly PhotoRow[] {
  return rows.filter((row) => {
    if (group !== null && (row.photo.group ?? '') !== group) return false;
    if (!isIn(row, state)) return false;
    return hasWords(words, [row.photo.file, personOf(row), row.photo.group ?? '', row.measured?.label ?? '']);
  });
}

function isIn({ measured, failure }: PhotoRow, state: PhotoFilter['state']): boolean {
  if (state === 'wrong') return measured?.right === false;
  if (state === 'unknown') return measured?.unknown === true;
  return state === 'all' || failure !== null;
}

/** Whose photo it is: by the user's word, or as it was measured. */
export const personOf = ({ photo, measured }: PhotoRow): string => photo.person ?? measured?.person ?? '';

export const sortPhotos = (rows: readonly PhotoRow[], { column, direction }: PhotoOrder): readonly PhotoRow[] =>
  sortRows(rows, (row) => keyOf(row, column), direction);

function keyOf(row: PhotoRow, column: PhotoColumn): string | number | null {
  const { photo, measured } = row;
  switch (column) {
    case 'file':
      return photo.file;
    case 'person':
      return personOf(row) || null;
    case 'group':
      return photo.group;
    case 'label':
      return measured?.label ?? null;
    case 'probability':
      return measured?.probability ?? null;
    default:
      return measured?.regions[column] ?? null;
  }
}

/** The largest share of heat among the rows, for a common tint; at least something. */
export function mostHeat(rows: readonly { readonly measured: Pick<MeasuredPhoto, 'regions'> | null }[]): number {
  let most = Number.EPSILON;
  for (const { measured } of rows)
    if (measured !== null) for (const region of regions) most = Math.max(most, measured.regions[region]);
  return most;
}
