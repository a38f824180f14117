import { presetSettings } from '../../shared/presets';
import { openFilter } from '../flows/openFilter';
import { showLayer } from '../flows/showLayer';
import { selectionStore } from '../state/selection';
import { readHash, writeHash } from '../state/selectionHash';

/** Keeps the URL hash in step with the selection, both ways. The first reading is part of the page's start. */
export function bindHash(): void {
  mirror();
  selectionStore.subscribe(mirror);
  window.addEventListener('hashchange', follow);
}

function mirror(): void {
  const hash = writeHash(selectionStore.getState(), location.hash);
  if (hash !== location.hash) history.replaceState(history.state, '', hash);
}

/** Shows what an edited or pasted hash asks for. */
function follow(): void {
  const before = selectionStore.getState();
  if (writeHash(before, location.hash) === location.hash) return;
  const { network = before.network, layer = before.layer, filter = null, preset } = readHash(location.hash);
  const settings = preset === undefined || preset === before.settings.preset ? before.settings : presetSettings(preset);
  if (layer !== null) void showLayer({ network, layer, settings });
  openFilter(filter);
}
