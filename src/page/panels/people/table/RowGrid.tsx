import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { type PeopleView, peopleViewStore } from '../../../state/peopleView';
import { joinClasses } from '../../../ui/joinClasses';
import shades from '../../../ui/Scroller.module.css';
import styles from './Table.module.css';
import { useRowCursor } from './useRowCursor';

/** Pixels; the style sheet gives the rows the same. */
const rowHeight = 64;

/** Where a row stands, and whether Tab reaches it. */
export interface RowPlace {
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly index: number;
  readonly tabbable: boolean;
  readonly onFocus: () => void;
}

interface Props {
  readonly list: PeopleView['list'];
  /** Of the rows, in their order. */
  readonly ids: readonly string[];
  readonly heads: ReactNode;
  readonly className?: string | undefined;
  /** The row with this index, with its id as `data-id`. */
  readonly row: (index: number, place: RowPlace) => ReactNode;
  /** By Enter, and by Shift + Enter. */
  readonly onOpen: (id: string) => void;
  readonly onOther: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onAll: () => void;
}

const titles = { photos: 'Photos', persons: 'Persons' } as const;

/** A long grid of which only the rows in view are in the document. Tab reaches one row, arrow keys the others. */
export function RowGrid({ list, ids, heads, className, row, onOpen, onOther, onToggle, onAll }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const reached = useRef<string | null>(null);
  const onReach = (index: number) => {
    reached.current = ids[index] ?? null;
    virtual.scrollToIndex(index);
  };
  const { cursor, setCursor, keys } = useRowCursor({ list, ids, onReach, onOpen, onOther, onToggle, onAll });
  // Whoever comes back from another bench goes on where they left; a keyboard that had the focus there has none now.
  const left = useRef(peopleViewStore.getState().cursor[list]);
  useEffect(() => {
    const index = left.current === null ? -1 : ids.indexOf(left.current);
    left.current = null;
    if (index < 0) return;
    if (document.activeElement === null || document.activeElement === document.body) onReach(index);
    else virtual.scrollToIndex(index);
  });
  // A row that a key has led to takes the focus as soon as it is in the document.
  useEffect(() => {
    if (reached.current === null) return;
    const found = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(reached.current)}"]`);
    if (found === null || found === undefined) return;
    reached.current = null;
    found.focus({ preventScroll: true });
  });
  return (
    <div ref={scroller} className={joinClasses(styles.grid, shades.shaded, className)}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus, so it is a grid */}
      <table role="grid" aria-label={titles[list]} aria-rowcount={ids.length + 1} aria-multiselectable onKeyDown={keys}>
        {heads}
        <tbody className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const id = ids[index];
            if (id === undefined) return null;
            const place = { top: start, index, tabbable: id === cursor, onFocus: () => setCursor(id) };
            return <Fragment key={id}>{row(index, place)}</Fragment>;
          })}
        </tbody>
      </table>
    </div>
  );
}
