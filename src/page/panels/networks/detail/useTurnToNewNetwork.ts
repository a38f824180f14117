import { useEffect, useRef } from 'react';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { titleId } from './titleId';

/** Where the network in view stands below the list, turns to its heading whenever it is another one. */
export function useTurnToNewNetwork(id: string): void {
  const narrow = useMediaQuery('(max-width: 1199px)');
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    const heading = document.getElementById(titleId);
    if (!narrow || heading === null) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }, [id, narrow]);
}
