import type { AscentSettings } from '../../shared/ascent';
import { presetSettings } from '../../shared/presets';
import { networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { type Selection, selectionStore } from '../state/selection';
import { type HashSelection, readHash } from '../state/selectionHash';
import { loadNetwork } from './loadNetwork';
import { openFilter } from './openFilter';
import { pageOf, placeIn } from './placeIn';
import { showLayer } from './showLayer';
import { supersede } from './shownPage';
import { replaceTiles } from './tileWriter';

/**
 * Shows what a URL hash asks for, and where it asks for nothing or for what is not there, what is shown already or a
 * layer worth looking at. Resolves when the network is loaded and its page has been put to work.
 * @throws FoveaError when the network cannot be loaded; SupersededError when something newer was selected
 */
export async function showAddress(hash: string): Promise<void> {
  const before = selectionStore.getState();
  const asked = wish(before, readHash(hash));
  if (isShown(before, asked)) return openFilter(asked.filter);
  const signal = supersede();
  selectionStore.setState({ ...asked, pageStart: pageOf(asked.filter) });
  replaceTiles('', new Map());
  const loaded = await loadNetwork(signal, asked.network);
  signal.throwIfAborted();
  const { layer, filter, pageStart } = placeIn(loaded, asked.layer, asked.filter);
  const { name } = loaded.info;
  if (layer === null) notify({ severity: 'warning', message: `${name} has no layer whose filters can be shown.` });
  if (layer === null) return;
  if (asked.layer !== null && layer !== asked.layer)
    notify({ severity: 'warning', message: `${name} has no filters of “${asked.layer}”: shown is ${layer}.` });
  selectionStore.setState({ layer, filter, pageStart });
  void showLayer({ network: asked.network, layer, pageStart, settings: asked.settings });
}

interface Wish {
  readonly network: string;
  readonly layer: string | null;
  readonly filter: number | null;
  readonly settings: AscentSettings;
}

/** A layer is one of its network: with another network, the shown layer says nothing. */
function wish(before: Selection, { network: given, layer: named, filter, preset }: HashSelection): Wish {
  const known = given === undefined || networksStore.getState().entries.has(given);
  if (!known) notify({ severity: 'warning', message: `There is no network “${given}” here.` });
  const network = known ? (given ?? before.network) : before.network;
  const layer = named ?? (network === before.network ? before.layer : null);
  const same = preset === undefined || preset === before.settings.preset;
  return { network, layer, filter: filter ?? null, settings: same ? before.settings : presetSettings(preset) };
}

/** True where only the open filter differs. */
function isShown(before: Selection, { network, layer, filter, settings }: Wish): boolean {
  const loaded = networksStore.getState().entries.get(network)?.loaded ?? null;
  const held = loaded?.layers.find(({ name }) => name === layer)?.filters ?? 0;
  if (before.network !== network || before.layer !== layer || before.settings !== settings) return false;
  return held > (filter ?? 0) && pageOf(filter ?? before.pageStart) === before.pageStart;
}
