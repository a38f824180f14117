import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Pixels; the style sheet gives the rows the same. */
const rowHeight = 48;

/** Which rows of a long list are in view, and where. */
export function useLayerRows(list: RefObject<HTMLDivElement | null>, count: number) {
  return useVirtualizer({ count, getScrollElement: () => list.current, estimateSize: () => rowHeight, overscan: 8 });
}
