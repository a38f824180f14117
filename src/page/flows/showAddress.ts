import type { AscentSettings } from '../../shared/ascent';
import { fitSettings } from '../../shared/changedSettings';
import type { LoadedNetwork } from '../../shared/network';
import { plainCell, presetSettings } from '../../shared/presets';
import { readAddressSettings } from '../intake/addressSettings';
import { type BenchName, benchStore, defaultNetwork } from '../state/bench';
import { networksStore } from '../state/networks';
import { notify } from '../state/notices';
import { pageSize, type Selection, selectionStore } from '../state/selection';
import { type HashSelection, readHash } from '../state/selectionHash';
import { recogniseWith } from './faces/recogniseWith';
import { loadNetwork } from './loadNetwork';
import { leaveFilters } from './openBench';
import { openFilter } from './openFilter';
import { type Place, pageOf, placeIn } from './placeIn';
import { showLayer } from './showLayer';
import { describeNetwork } from './showNetwork';
import { supersede } from './shownPage';
import { replaceTiles } from './tileWriter';

/**
 * Shows the bench and what else a URL hash asks for; where it asks for nothing, or for what is not there, what is shown
 * already or a layer worth looking at. Resolves when the network is loaded and its page has been put to work.
 * @throws FoveaError when the network cannot be loaded; SupersededError when something newer was selected
 */
export async function showAddress(hash: string): Promise<void> {
  const given = readHash(hash);
  const { bench = 'filters' } = given;
  const from = benchStore.getState().bench;
  const network = networkOf(bench, given.network);
  if (bench !== 'filters') {
    const signal = leaveFilters(bench);
    if (bench === 'networks') return describeNetwork(signal, network);
    return recogniseWith(signal, network);
  }
  benchStore.setState({ bench });
  await showFilters(from === bench, wish(network, given));
}

async function showFilters(inView: boolean, asked: Wish): Promise<void> {
  if (inView && isShown(selectionStore.getState(), asked)) return openFilter(asked.filter);
  const signal = supersede();
  const { network, settings } = asked;
  const pageStart = pageOf(asked.filter);
  const { layer: named, filter } = asked;
  selectionStore.setState({ network, layer: named, filter, pageStart, settings: settings(plainCell), cell: plainCell });
  replaceTiles('', new Map());
  const loaded = await loadNetwork(signal, network);
  signal.throwIfAborted();
  const place = placeIn(loaded, asked.layer, asked.filter, asked.page);
  tellMissing(loaded, asked, place);
  const { layer } = place;
  if (layer === null) return;
  selectionStore.setState(place);
  void showLayer({ network, layer, pageStart: place.pageStart, settings });
}

interface Wish {
  readonly network: string;
  readonly layer: string | null;
  readonly filter: number | null;
  /** Of the grid, from 1; null where none is asked for. */
  readonly page: number | null;
  readonly settings: (cell: number) => AscentSettings;
}

/**
 * The network that is asked for, if it is here; else the one that is shown, or the bench's own where none was chosen.
 * The page writes the network into every address: the bench's own one is no choice of the user's.
 */
function networkOf(bench: BenchName, given: string | undefined): string {
  const known = given === undefined || networksStore.getState().entries.has(given);
  if (!known) {
    const remedy =
      'Choose one of the list. If it was one of your own, it was removed, or this browser did not keep it: add its files again.';
    notify({ severity: 'warning', message: `There is no network “${given}” here.`, remedy });
  }
  const before = benchStore.getState();
  const shown = before.networkChosen || before.bench === bench;
  const network = (known ? given : undefined) ?? (shown ? selectionStore.getState().network : defaultNetwork(bench));
  if (known && given !== undefined && given !== defaultNetwork(bench)) benchStore.setState({ networkChosen: true });
  return network;
}

/** A layer is one of its network: with another network, the shown layer says nothing. */
function wish(network: string, { layer: named, filter, page, preset, rest = [] }: HashSelection): Wish {
  const before = selectionStore.getState();
  const layer = named ?? (network === before.network ? before.layer : null);
  const { changes, start, refused } = readAddressSettings(rest);
  if (refused.length > 0)
    notify({ severity: 'warning', message: `The address asks for what makes no sense here: ${refused.join(', ')}.` });
  const settings = (cell: number): AscentSettings => {
    // An address with a preset tells all settings; one without changes those in use.
    const base = preset === undefined ? fitSettings(before.settings, before.cell, cell) : presetSettings(preset, cell);
    return { ...base, ...changes, start: { ...base.start, ...start } };
  };
  return { network, layer, filter: filter ?? null, page: page ?? null, settings };
}

/** Tells what the address asks for and the network does not have. */
function tellMissing({ info, layers }: LoadedNetwork, asked: Wish, { layer, filter }: Place): void {
  const tell = (message: string) => notify({ severity: 'warning', message });
  const held = layers.find(({ name }) => name === layer)?.filters ?? 0;
  if (layer === null) tell(`${info.name} has no layer whose filters can be shown.`);
  else if (asked.layer !== null && layer !== asked.layer)
    tell(`${info.name} has no filters of “${asked.layer}”: shown is ${layer}.`);
  else if (asked.filter !== null && filter === null) tell(`${layer} has no filter ${asked.filter}: it has ${held}.`);
}

/** True where only the open filter differs. */
function isShown(before: Selection, { network, layer, filter, page, settings }: Wish): boolean {
  const loaded = networksStore.getState().entries.get(network)?.loaded ?? null;
  const held = loaded?.layers.find(({ name }) => name === layer)?.filters ?? 0;
  if (before.network !== network || before.layer !== layer) return false;
  if (JSON.stringify(settings(before.cell)) !== JSON.stringify(before.settings)) return false;
  const wanted = filter !== null ? pageOf(filter) : page === null ? before.pageStart : (page - 1) * pageSize;
  return held > (filter ?? 0) && wanted === before.pageStart;
}
