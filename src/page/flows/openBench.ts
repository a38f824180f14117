import { type BenchName, benchStore, defaultNetwork } from '../state/bench';
import { type Selection, selectionStore } from '../state/selection';
import { openFilter } from './openFilter';
import { resumeEngine } from './resumeEngine';
import { showLayer } from './showLayer';
import { showNetwork } from './showNetwork';
import { supersede } from './shownPage';

/** What the Filters bench showed when it was left. */
let left: Pick<Selection, 'network' | 'layer' | 'pageStart' | 'filter'> | null = null;

/**
 * Opens a bench, with the network that the user has chosen or else with the bench's own. The grid's ascents rest while
 * another bench is open, and go on where they stood.
 */
export function openBench(bench: BenchName): void {
  if (benchStore.getState().bench === bench) return;
  const { networkChosen } = benchStore.getState();
  // The Networks bench describes whichever is in view.
  const stays = networkChosen || bench === 'networks';
  const network = stays ? selectionStore.getState().network : defaultNetwork(bench);
  if (bench === 'filters') {
    openFilters(network);
    return;
  }
  leaveFilters(bench);
  void showNetwork(network);
}

/** Lets the grid rest, its place remembered, and puts another bench in view, whose work takes the signal. */
export function leaveFilters(bench: BenchName): AbortSignal {
  const signal = supersede();
  if (benchStore.getState().bench === 'filters') {
    const { network, layer, pageStart, filter } = selectionStore.getState();
    left = { network, layer, pageStart, filter };
  }
  // A pause was meant for the grid.
  resumeEngine();
  benchStore.setState({ bench });
  return signal;
}

function openFilters(network: string): void {
  benchStore.setState({ bench: 'filters' });
  if (left?.network !== network || left.layer === null) {
    void showNetwork(network);
    return;
  }
  const { layer, pageStart, filter } = left;
  void showLayer({ network, layer, pageStart });
  if (filter !== null) openFilter(filter);
}
