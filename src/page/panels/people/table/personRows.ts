import type { MeasuredPhoto, Quantity, RegionShares, StudyFailure, StudyPhoto } from '../../../../shared/people';
import { count } from '../../../../shared/people/figures';
import { personMeans } from '../../../../shared/people/personMeans';
import { perRegion } from '../../../../shared/people/quantities';
import type { PersonColumn, PersonOrder, PhotoFilter } from '../../../state/peopleView';
import { hasWords } from './hasWords';
import { sortRows } from './sortRows';

/** A photo that could not be measured, and why. */
export interface FailedPhoto {
  readonly photo: StudyPhoto;
  readonly failure: StudyFailure;
}

/**
 * A person in a group, with what is averaged over the person's photos: the very figures that the groups' are made of.
 */
export interface PersonRow {
  /** Unique: a person in two groups has two rows, as each group counts its own photos. */
  readonly id: string;
  readonly person: string;
  readonly group: string | null;
  readonly photos: readonly MeasuredPhoto[];
  /** Photos of the person that are in no figure: they could not be measured, or are not yet. */
  readonly failed: readonly FailedPhoto[];
  readonly waiting: readonly StudyPhoto[];
  /** The name that most of the photos get, and how many of them. */
  readonly label: string;
  readonly labelled: number;
  /** Null where no photo of the person is measured. */
  readonly measured: {
    /** Share of right names; null where that cannot be told. */
    readonly recognised: number | null;
    readonly probability: number;
    readonly regions: RegionShares;
  } | null;
}

/**
 * One row a person and group, in the order in which they first come, photos that wait and those that failed after the
 * others. Of these, whose photo one is only the user can have said; else it has a row of its own under its file.
 */
export function personRows(
  photos: Iterable<MeasuredPhoto>,
  { failures = [], waiting = [] }: { failures?: Iterable<FailedPhoto>; waiting?: Iterable<StudyPhoto> } = {},
): readonly PersonRow[] {
  const people = new Map<string, Own>();
  const ownOf = (person: string, group: string | null): Own => {
    const id = JSON.stringify([group, person]);
    const own = people.get(id) ?? { person, group, photos: [], failed: [], waiting: [] };
    people.set(id, own);
    return own;
  };
  for (const photo of photos) ownOf(photo.person, photo.group).photos.push(photo);
  for (const one of waiting) ownOf(one.person ?? one.file, one.group).waiting.push(one);
  for (const one of failures) ownOf(one.photo.person ?? one.photo.file, one.photo.group).failed.push(one);
  return [...people].map(([id, own]) => ({ id, ...own, ...mostNamed(own.photos), measured: meansOf(own) }));
}

interface Own {
  readonly person: string;
  readonly group: string | null;
  readonly photos: MeasuredPhoto[];
  readonly failed: FailedPhoto[];
  readonly waiting: StudyPhoto[];
}

/** A file that failed, whose photo nobody said it is, is no person; nor is one of whom every photo failed. */
export const countPersons = (rows: readonly PersonRow[]): number =>
  rows.filter(({ photos, waiting }) => photos.length + waiting.length > 0).length;

function meansOf({ person, photos }: Own): PersonRow['measured'] {
  if (photos.length === 0) return null;
  const mean = (quantity: Quantity) => personMeans([{ person, rows: photos }], quantity)[0]?.mean ?? null;
  return {
    recognised: mean({ kind: 'recognised' }),
    probability: mean({ kind: 'probability' }) ?? Number.NaN,
    regions: perRegion((region) => mean({ kind: 'region', region }) ?? Number.NaN),
  };
}

/** Of names that equally many photos get, the first. */
function mostNamed(photos: readonly MeasuredPhoto[]): Pick<PersonRow, 'label' | 'labelled'> {
  const counts = new Map<string, number>();
  for (const { label } of photos) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [label, labelled] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  return { label, labelled };
}

/** The rows that a filter lets through: those with a photo that is so. */
export function filterPersons(rows: readonly PersonRow[], { words, group, state }: PhotoFilter): readonly PersonRow[] {
  return rows.filter((row) => {
    if (group !== null && (row.group ?? '') !== group) return false;
    if (state === 'wrong' && !row.photos.some(({ right }) => right === false)) return false;
    if (state === 'unknown' && !row.photos.some(({ unknown }) => unknown)) return false;
    if (state === 'failed' && row.failed.length === 0) return false;
    const own = row.photos.flatMap(({ file, label }) => [file, label]);
    const others = [...row.waiting, ...row.failed.map(({ photo }) => photo)].map(({ file }) => file);
    return hasWords(words, [row.person, row.group ?? '', ...own, ...others]);
  });
}

export const sortPersons = (rows: readonly PersonRow[], { column, direction }: PersonOrder): readonly PersonRow[] =>
  sortRows(rows, (row) => keyOf(row, column), direction);

function keyOf(row: PersonRow, column: PersonColumn): string | number | null {
  switch (column) {
    case 'person':
    case 'group':
      return row[column];
    case 'label':
      return row.label || null;
    case 'photos':
      return row.photos.length;
    case 'recognised':
    case 'probability':
      return row.measured?.[column] ?? null;
    default:
      return row.measured?.regions[column] ?? null;
  }
}

/** Ids of all photos of a row, those that wait or failed, too. */
export const idsOf = ({ photos, waiting, failed }: Pick<PersonRow, 'photos' | 'waiting' | 'failed'>) => [
  ...[...photos, ...waiting].map(({ id }) => id),
  ...failed.map(({ photo }) => photo.id),
];

/**
 * Which photos are in no figure, and why: '1 photo waits. 1 photo failed: No face was found.'; null where all are.
 * Several reasons stand one after the other, each once.
 */
export function missingWords({ failed, waiting }: Pick<PersonRow, 'failed' | 'waiting'>): string | null {
  const reasons = [...new Set(failed.map(({ failure }) => failure.message))].join(' ');
  const words = [
    ...(waiting.length === 0 ? [] : [`${count(waiting.length, 'photo')} ${waiting.length === 1 ? 'waits' : 'wait'}.`]),
    ...(failed.length === 0 ? [] : [`${count(failed.length, 'photo')} failed: ${reasons}`]),
  ];
  return words.length === 0 ? null : words.join(' ');
}
