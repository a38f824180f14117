import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { openFilter } from '../../flows/openFilter';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { FilterTile } from './FilterTile';
import { gridTarget } from './gridTarget';
import styles from './TileGrid.module.css';

interface Props {
  readonly filters: readonly number[];
  readonly layer: string;
  /** Goes to the page before (−1) or after (1), if there is one. */
  readonly onTurn: (direction: -1 | 1) => void;
}

/**
 * The page of tiles. Tab reaches one of them, arrow keys the others; with the inspector open they open what they reach.
 */
export function TileGrid({ filters, layer, onTurn }: Props) {
  const ref = useRef<HTMLUListElement>(null);
  const first = filters[0] ?? 0;
  const [cursor, setCursor] = useState(first);
  const opened = useStore(selectionStore, (selection) => selection.filter);
  useEffect(() => setCursor(opened !== null && filters.includes(opened) ? opened : first), [opened, first, filters]);

  const move = (event: KeyboardEvent) => {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      onTurn(event.key === 'PageUp' ? -1 : 1);
      return;
    }
    const index = gridTarget({
      key: event.key,
      index: cursor - first,
      count: filters.length,
      columns: columns(ref.current),
    });
    const filter = index === null ? undefined : filters[index];
    if (filter === undefined) return;
    event.preventDefault();
    ref.current?.querySelector<HTMLElement>(`[data-filter="${filter}"]`)?.focus();
    if (opened !== null) openFilter(filter);
  };
  const follow = (event: FocusEvent) => {
    const filter = event.target.getAttribute('data-filter');
    if (filter !== null) setCursor(Number(filter));
  };
  return (
    <ul
      ref={ref}
      className={styles.grid}
      aria-label={`Filters ${first} to ${filters.at(-1) ?? 0} of ${layer}`}
      onKeyDown={move}
      onFocus={follow}
    >
      {filters.map((filter) => (
        <li key={filter}>
          <FilterTile filter={filter} tabbable={filter === cursor} />
        </li>
      ))}
    </ul>
  );
}

/** How many columns the layout made. */
function columns(grid: HTMLElement | null): number {
  return grid === null ? 1 : getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}
