import { createStore } from 'zustand/vanilla';

/** Dialogs and, on narrow screens, the sheets that hold what a wide screen shows beside the grid. */
export type SheetName =
  | 'layers'
  | 'settings'
  | 'shortcuts'
  | 'delete-data'
  | 'camera'
  | 'photo'
  | 'explain'
  | 'map-view'
  | 'mask-tools'
  | 'ready-masks'
  | 'gallery'
  | 'compare-maps';

export const viewStore = createStore<{ readonly sheet: SheetName | null }>(() => ({ sheet: null }));

/** Opens one sheet in place of another; null closes it. */
export function showSheet(sheet: SheetName | null): void {
  viewStore.setState({ sheet });
}
