import { useMemo } from 'react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';
import { ColumnHeads } from './ColumnHeads';
import { PhotoRowView } from './PhotoRowView';
import { mostHeat, type PhotoRow } from './photoRows';
import { RowGrid } from './RowGrid';
import { selectAll, toggleSelected } from './select';
import styles from './Table.module.css';

/** All photos, one a row. */
export function PhotoTable({ rows }: { readonly rows: readonly PhotoRow[] }) {
  const ids = useMemo(() => rows.map(({ photo }) => photo.id), [rows]);
  const most = useMemo(() => mostHeat(rows), [rows]);
  const open = (id: string, bench: 'faces' | 'masks' = 'faces') => {
    const row = rows.find(({ photo }) => photo.id === id);
    if (row?.measured !== null && row !== undefined) void openPhotoOn(bench, id);
  };
  if (rows.length === 0)
    return <p className={styles.empty}>No photo is like that. Change the search or the choice above.</p>;
  return (
    <RowGrid
      list="photos"
      ids={ids}
      heads={<ColumnHeads ids={ids} />}
      row={(index, place) => {
        const row = rows[index];
        return row && <PhotoRowView row={row} most={most} onOpen={() => open(row.photo.id)} {...place} />;
      }}
      onOpen={open}
      onOther={(id) => open(id, 'masks')}
      onToggle={toggleSelected}
      onAll={() => selectAll(ids)}
    />
  );
}
