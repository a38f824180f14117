import { type NetworkEntry, networksStore } from '../state/networks';
import { selectionStore } from '../state/selection';
import { useStore } from '../state/useStore';

/** The network in view, loaded or not; undefined before the page has started. */
export function useCurrentNetwork(): NetworkEntry | undefined {
  const id = useStore(selectionStore, (selection) => selection.network);
  return useStore(networksStore, ({ entries }) => entries.get(id));
}
