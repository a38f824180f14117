import { engine } from '../engine/instance';
import { selectionStore } from '../state/selection';

/** Opens a filter of the shown layer in the inspector and moves it to the front of the queue; null closes it. */
export function openFilter(filter: number | null): void {
  selectionStore.setState({ filter });
  const { network, layer } = selectionStore.getState();
  if (filter !== null && layer !== null) engine().prioritise(network, layer, filter);
}
