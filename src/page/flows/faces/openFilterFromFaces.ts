import { pageSize, selectionStore } from '../../state/selection';
import { openBench } from '../openBench';
import { openFilter } from '../openFilter';
import { showLayer } from '../showLayer';

/** Opens a filter of a layer of the selected network in bench 1: its page of the grid, and the filter large. */
export function openFilterFromFaces(layer: string, filter: number): void {
  const { network } = selectionStore.getState();
  openBench('filters');
  void showLayer({ network, layer, pageStart: Math.floor(filter / pageSize) * pageSize });
  openFilter(filter);
}
