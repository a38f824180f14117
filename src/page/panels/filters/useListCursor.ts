import { type KeyboardEvent, useEffect, useState } from 'react';

export interface ListCursorInput {
  readonly count: number;
  /** Where the cursor stands at first and when the choice changes elsewhere; −1 for nowhere. */
  readonly start: number;
  readonly onMove: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

const page = 10;

/** The keyboard of a list box: a cursor apart from the choice. */
export function useListCursor({ count, start, onMove, onChoose }: ListCursorInput) {
  const [cursor, setCursor] = useState(Math.max(0, start));
  useEffect(() => setCursor(Math.max(0, start)), [start]);
  const keys = (event: KeyboardEvent) => {
    const last = count - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (event.key === 'Enter' || event.key === ' ') onChoose(cursor);
    else if (target !== undefined) {
      const next = Math.min(last, Math.max(0, target));
      setCursor(next);
      onMove(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { cursor, setCursor, keys };
}
