import { benchStore } from '../../state/bench';
import { pageSize } from '../../state/selection';
import { openFilter } from '../openFilter';
import { showLayer } from '../showLayer';

/** Opens a filter of a network's layer in bench 1: its page of the grid, and the filter large. */
export function openFilterFromFaces(network: string, layer: string, filter: number): void {
  benchStore.setState({ bench: 'filters' });
  void showLayer({ network, layer, pageStart: Math.floor(filter / pageSize) * pageSize });
  openFilter(filter);
}
