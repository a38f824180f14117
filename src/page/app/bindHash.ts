import { presetSettings } from '../../shared/presets';
import { chooseNetwork } from '../flows/chooseNetwork';
import { openBench } from '../flows/openBench';
import { openFilter } from '../flows/openFilter';
import { showLayer } from '../flows/showLayer';
import { benchStore } from '../state/bench';
import { networksStore } from '../state/networks';
import { pageSize, selectionStore } from '../state/selection';
import { type HashSelection, readHash, writeHash } from '../state/selectionHash';

/** Keeps URL hash and tab title in step with the selection, and follows the hash. The page's start has read it once. */
export function bindHash(): void {
  mirror();
  selectionStore.subscribe(mirror);
  benchStore.subscribe(mirror);
  window.addEventListener('hashchange', follow);
}

const currentHash = () => writeHash(selectionStore.getState(), location.hash, benchStore.getState().bench);

function mirror(): void {
  const hash = currentHash();
  if (hash !== location.hash) history.replaceState(history.state, '', hash);
  const { layer } = selectionStore.getState();
  const subject = benchStore.getState().bench === 'faces' ? 'Faces' : layer;
  document.title = subject === null ? 'Fovea' : `${subject} · Fovea`;
}

/** Shows what an edited or pasted hash asks for. */
function follow(): void {
  if (currentHash() === location.hash) return;
  const asked = readHash(location.hash);
  if (asked.bench === 'faces') followToFaces(asked);
  else followToFilters(asked);
}

function followToFaces({ network }: HashSelection): void {
  openBench('faces');
  const known = network !== undefined && networksStore.getState().entries.has(network);
  if (known && network !== selectionStore.getState().network) void chooseNetwork(network);
  mirror();
}

function followToFilters(asked: HashSelection): void {
  if (asked.layer === undefined) openBench('filters');
  const before = selectionStore.getState();
  const { network = before.network, layer = before.layer, preset } = asked;
  const known = networksStore
    .getState()
    .entries.get(network)
    ?.loaded?.layers.find(({ name }) => name === layer);
  const filter = asked.filter !== undefined && asked.filter < (known?.filters ?? 0) ? asked.filter : null;
  const settings = preset === undefined || preset === before.settings.preset ? before.settings : presetSettings(preset);
  const pageStart = filter === null ? 0 : Math.floor(filter / pageSize) * pageSize;
  if (layer !== null) void showLayer({ network, layer, pageStart, settings });
  openFilter(filter);
}
