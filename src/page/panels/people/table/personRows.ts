import type { MeasuredPhoto, Quantity, RegionShares } from '../../../../shared/people';
import { personMeans } from '../../../../shared/people/personMeans';
import { perRegion } from '../../../../shared/people/quantities';
import type { PersonColumn, PersonOrder, PhotoFilter } from '../../../state/peopleView';
import { hasWords } from './hasWords';
import { sortRows } from './sortRows';

/** A person in a group, with what is averaged over the person's photos: the very figures that the groups' are made of. */
export interface PersonRow {
  /** Unique: a person in two groups has two rows, as each group counts its own photos. */
  readonly id: string;
  readonly person: string;
  readonly group: string | null;
  readonly photos: readonly MeasuredPhoto[];
  /** The name that most of the photos get, and how many of them. */
  readonly label: string;
  readonly labelled: number;
  readonly measured: {
    /** Share of right names; null where that cannot be told. */
    readonly recognised: number | null;
    readonly probability: number;
    readonly regions: RegionShares;
  };
}

/** One row a person and group, in the order in which they first come. */
export function personRows(photos: Iterable<MeasuredPhoto>): readonly PersonRow[] {
  const people = new Map<string, MeasuredPhoto[]>();
  for (const photo of photos) {
    const id = JSON.stringify([photo.group, photo.person]);
    const known = people.get(id);
    if (known === undefined) people.set(id, [photo]);
    else known.push(photo);
  }
  return [...people].flatMap(([id, own]) => rowOf(id, own));
}

function rowOf(id: string, photos: readonly MeasuredPhoto[]): PersonRow | [] {
  const [first] = photos;
  if (first === undefined) return [];
  const { person, group } = first;
  const mean = (quantity: Quantity) => personMeans([{ person, rows: photos }], quantity)[0]?.mean ?? null;
  return {
    ...{ id, person, group, photos, ...mostNamed(photos) },
    measured: {
      recognised: mean({ kind: 'recognised' }),
      probability: mean({ kind: 'probability' }) ?? Number.NaN,
      regions: perRegion((region) => mean({ kind: 'region', region }) ?? Number.NaN),
    },
  };
}

/** Of names that equally many photos get, the first. */
function mostNamed(photos: readonly MeasuredPhoto[]): Pick<PersonRow, 'label' | 'labelled'> {
  const counts = new Map<string, number>();
  for (const { label } of photos) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [label, labelled] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  return { label, labelled };
}

/** The rows that a filter lets through: those with a photo that is so. A photo that failed is nobody's. */
export function filterPersons(rows: readonly PersonRow[], { words, group, state }: PhotoFilter): readonly PersonRow[] {
  return rows.filter((row) => {
    if (group !== null && (row.group ?? '') !== group) return false;
    if (state === 'wrong' && !row.photos.some(({ right }) => right === false)) return false;
    if (state === 'unknown' && !row.photos.some(({ unknown }) => unknown)) return false;
    const own = row.photos.flatMap(({ file, label }) => [file, label]);
    return hasWords(words, [row.person, row.group ?? '', ...own]);
  });
}

export const sortPersons = (rows: readonly PersonRow[], { column, direction }: PersonOrder): readonly PersonRow[] =>
  sortRows(rows, (row) => keyOf(row, column), direction);

function keyOf(row: PersonRow, column: PersonColumn): string | number | null {
  switch (column) {
    case 'person':
    case 'group':
    case 'label':
      return row[column];
    case 'photos':
      return row.photos.length;
    case 'recognised':
    case 'probability':
      return row.measured[column];
    default:
      return row.measured.regions[column];
  }
}
