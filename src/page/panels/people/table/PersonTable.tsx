import { useMemo } from 'react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';
import { PersonHeads } from './PersonHeads';
import { PersonRowView } from './PersonRowView';
import { idsOf, type PersonRow } from './personRows';
import { mostHeat } from './photoRows';
import { RowGrid } from './RowGrid';
import { selectAll, toggleAll } from './select';
import styles from './Table.module.css';

/**
 * All persons, one a row and group, those of whom every photo failed, too. What is selected is all photos of a person.
 */
export function PersonTable({ rows }: { readonly rows: readonly PersonRow[] }) {
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const photos = useMemo(() => rows.flatMap(idsOf), [rows]);
  const most = useMemo(() => mostHeat(rows), [rows]);
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const open = (id: string, bench: 'faces' | 'masks' = 'faces') => {
    const first = rowOf(id)?.photos[0];
    if (first !== undefined) void openPhotoOn(bench, first.id);
  };
  const toggle = (id: string) => {
    const row = rowOf(id);
    if (row !== undefined) toggleAll(idsOf(row));
  };
  if (rows.length === 0)
    return <p className={styles.empty}>Nobody is like that. Change the search or the choice above.</p>;
  return (
    <RowGrid
      list="persons"
      className={styles.persons}
      ids={ids}
      heads={<PersonHeads ids={photos} />}
      row={(index, place) => {
        const row = rows[index];
        return row && <PersonRowView row={row} most={most} onOpen={() => open(row.id)} {...place} />;
      }}
      onOpen={open}
      onOther={(id) => open(id, 'masks')}
      onToggle={toggle}
      onAll={() => selectAll(photos)}
    />
  );
}
