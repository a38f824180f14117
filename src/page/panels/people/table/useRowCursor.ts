import type { KeyboardEvent } from 'react';
import { type PeopleView, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';

interface CursorInput {
  readonly list: PeopleView['list'];
  readonly ids: readonly string[];
  /** Brings a row into the document. */
  readonly onReach: (index: number) => void;
  /** By Enter, and with Shift. */
  readonly onOpen: (id: string) => void;
  readonly onOther: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onAll: () => void;
}

const page = 10;

/**
 * The keyboard of a long table: one row is reached by Tab, the arrow keys move among the others. It outlives the table.
 */
export function useRowCursor({ list, ids, onReach, onOpen, onOther, onToggle, onAll }: CursorInput) {
  const cursor = useStore(peopleViewStore, (view) => view.cursor[list]);
  const setCursor = (id: string | null) =>
    peopleViewStore.setState((view) => (view.cursor[list] === id ? {} : { cursor: { ...view.cursor, [list]: id } }));
  const found = cursor === null ? -1 : ids.indexOf(cursor);
  const at = Math.max(0, found);
  const move = (target: number) => {
    const next = Math.min(ids.length - 1, Math.max(0, target));
    setCursor(ids[next] ?? null);
    onReach(next);
  };
  const keys = (event: KeyboardEvent) => {
    const id = ids[at];
    if (id === undefined || (event.target as Element).closest('tr[data-id]') === null) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: ids.length - 1,
    };
    const target = moves[event.key];
    const inControl = (event.target as Element).closest('button, input') !== null;
    if (target !== undefined) move(target);
    else if (inControl) return;
    else if (event.key === 'Enter') (event.shiftKey ? onOther : onOpen)(id);
    else if (event.key === ' ') onToggle(id);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { cursor: ids[at] ?? null, setCursor, keys };
}
