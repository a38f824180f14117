import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { openPhotoOn } from '../../../flows/people/openPhotoOn';
import { ColumnHeads } from './ColumnHeads';
import { PhotoRowView } from './PhotoRowView';
import { mostHeat, type PhotoRow } from './photoRows';
import { selectAll, toggleSelected } from './select';
import styles from './Table.module.css';
import { useRowCursor } from './useRowCursor';

/** Pixels; the style sheet gives the rows the same. */
const rowHeight = 64;

/** All photos as a grid of which only the rows in view are in the document. Tab reaches one row, arrow keys the others. */
export function PhotoTable({ rows }: { readonly rows: readonly PhotoRow[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const ids = useMemo(() => rows.map(({ photo }) => photo.id), [rows]);
  const most = useMemo(() => mostHeat(rows), [rows]);
  const reached = useRef<string | null>(null);
  const open = (id: string) => {
    const row = rows.find(({ photo }) => photo.id === id);
    if (row?.measured !== null && row !== undefined) void openPhotoOn('faces', id);
  };
  const { cursor, setCursor, keys } = useRowCursor({
    ids,
    onReach: (index) => {
      reached.current = ids[index] ?? null;
      virtual.scrollToIndex(index);
    },
    onOpen: open,
    onToggle: toggleSelected,
    onAll: () => selectAll(ids),
  });
  const items = virtual.getVirtualItems();
  // A row that a key has led to takes the focus as soon as it is in the document.
  useEffect(() => {
    if (reached.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(reached.current)}"]`);
    if (row === null || row === undefined) return;
    reached.current = null;
    row.focus({ preventScroll: true });
  });
  if (rows.length === 0)
    return <p className={styles.empty}>No photo is like that. Change the search or the choice above.</p>;
  return (
    <div ref={scroller} className={styles.grid}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus, so it is a grid */}
      <table role="grid" aria-label="Photos" aria-rowcount={rows.length + 1} aria-multiselectable onKeyDown={keys}>
        <ColumnHeads ids={ids} />
        <tbody className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { id } = row.photo;
            return (
              <PhotoRowView
                key={id}
                row={row}
                top={start}
                index={index}
                most={most}
                tabbable={id === cursor}
                onFocus={() => setCursor(id)}
                onOpen={() => open(id)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
