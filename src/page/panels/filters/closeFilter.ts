import { openFilter } from '../../flows/openFilter';
import { selectionStore } from '../../state/selection';

/** The tile of a filter in the grid, if its page is shown. */
export const tileOf = (filter: number | null): HTMLElement | null =>
  filter === null ? null : document.querySelector<HTMLElement>(`[data-filter="${filter}"]`);

/** Closes the inspector. A keyboard goes on from the tile that was open: what had the focus is gone. */
export function closeFilter(): void {
  const { filter } = selectionStore.getState();
  openFilter(null);
  tileOf(filter)?.focus();
}
