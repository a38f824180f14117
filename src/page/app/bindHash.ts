import { presetSettings } from '../../shared/presets';
import { openFilter } from '../flows/openFilter';
import { showLayer } from '../flows/showLayer';
import { networksStore } from '../state/networks';
import { pageSize, selectionStore } from '../state/selection';
import { readHash, writeHash } from '../state/selectionHash';

/** Keeps URL hash and tab title in step with the selection, and follows the hash. The page's start has read it once. */
export function bindHash(): void {
  mirror();
  selectionStore.subscribe(mirror);
  window.addEventListener('hashchange', follow);
}

function mirror(): void {
  const hash = writeHash(selectionStore.getState(), location.hash);
  if (hash !== location.hash) history.replaceState(history.state, '', hash);
  const { layer } = selectionStore.getState();
  document.title = layer === null ? 'Fovea' : `${layer} · Fovea`;
}

/** Shows what an edited or pasted hash asks for. */
function follow(): void {
  const before = selectionStore.getState();
  if (writeHash(before, location.hash) === location.hash) return;
  const { network = before.network, layer = before.layer, filter: asked = null, preset } = readHash(location.hash);
  const known = networksStore
    .getState()
    .entries.get(network)
    ?.loaded?.layers.find(({ name }) => name === layer);
  const filter = asked !== null && asked < (known?.filters ?? 0) ? asked : null;
  const settings = preset === undefined || preset === before.settings.preset ? before.settings : presetSettings(preset);
  const pageStart = filter === null ? 0 : Math.floor(filter / pageSize) * pageSize;
  if (layer !== null) void showLayer({ network, layer, pageStart, settings });
  openFilter(filter);
}
