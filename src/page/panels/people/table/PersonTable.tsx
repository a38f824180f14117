import { useMemo } from 'react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';
import { PersonHeads } from './PersonHeads';
import { PersonRowView } from './PersonRowView';
import type { PersonRow } from './personRows';
import { mostHeat } from './photoRows';
import { RowGrid } from './RowGrid';
import { selectAll, toggleAll } from './select';
import styles from './Table.module.css';

/** All persons, one a row and group. What is selected is all photos of a person. */
export function PersonTable({ rows }: { readonly rows: readonly PersonRow[] }) {
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const photos = useMemo(() => rows.flatMap((row) => idsOf(row)), [rows]);
  const most = useMemo(() => mostHeat(rows), [rows]);
  const photosOf = (id: string) => idsOf(rows.find((row) => row.id === id));
  const open = (id: string, bench: 'faces' | 'masks' = 'faces') => {
    const [first] = photosOf(id);
    if (first !== undefined) void openPhotoOn(bench, first);
  };
  if (rows.length === 0)
    return <p className={styles.empty}>Nobody who is measured is like that. Change the search or the choice above.</p>;
  return (
    <RowGrid
      label="Persons"
      className={styles.persons}
      ids={ids}
      heads={<PersonHeads ids={photos} />}
      row={(index, place) => {
        const row = rows[index];
        return row && <PersonRowView row={row} most={most} onOpen={() => open(row.id)} {...place} />;
      }}
      onOpen={open}
      onOther={(id) => open(id, 'masks')}
      onToggle={(id) => toggleAll(photosOf(id))}
      onAll={() => selectAll(photos)}
    />
  );
}

const idsOf = (row: PersonRow | undefined): readonly string[] => row?.photos.map(({ id }) => id) ?? [];
