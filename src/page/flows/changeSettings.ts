import type { AscentSettings } from '../../shared/ascent';
import { selectionStore } from '../state/selection';
import { tilesStore } from '../state/tiles';
import { showLayer } from './showLayer';
import { flushTiles } from './tileWriter';

/**
 * Takes new ascent settings and starts the shown page again with them (tiles cached for them show at once). Where they
 * differ only in how a picture is shown, nothing is computed again: the tiles are drawn anew.
 */
export function changeSettings(settings: AscentSettings): void {
  const { network, layer, pageStart, settings: before } = selectionStore.getState();
  flushTiles();
  const kept = sameAscent(before, settings) ? { kept: tilesStore.getState().tiles } : {};
  if (layer === null) selectionStore.setState({ settings });
  else void showLayer({ network, layer, pageStart, settings, ...kept });
}

/** Whether two ascents differ in nothing but the display of their pictures. */
export function sameAscent(a: AscentSettings, b: AscentSettings): boolean {
  const { display, crop } = a;
  return JSON.stringify(a) === JSON.stringify({ ...a, ...b, display, crop });
}
