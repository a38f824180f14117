import type { AscentSettings } from '../../shared/ascent';
import { selectionStore } from '../state/selection';
import { showLayer } from './showLayer';

/** Takes new ascent settings and starts the shown page again with them (tiles cached for them show at once). */
export function changeSettings(settings: AscentSettings): void {
  const { network, layer, pageStart } = selectionStore.getState();
  if (layer === null) selectionStore.setState({ settings });
  else void showLayer({ network, layer, pageStart, settings });
}
