import { showLayer } from '../../flows/showLayer';
import { pageSize, selectionStore } from '../../state/selection';
import { useCurrentLayer } from './useCurrentLayer';

/** Shows the page of filters before (−1) or after (1) the one in view, if there is one. */
export function usePageTurn(): (direction: -1 | 1) => void {
  const count = useCurrentLayer()?.filters ?? 0;
  return (direction) => {
    const { network, layer, pageStart } = selectionStore.getState();
    const next = pageStart + direction * pageSize;
    if (layer !== null && next >= 0 && next < count) void showLayer({ network, layer, pageStart: next });
  };
}
