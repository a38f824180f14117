import type { LayerInfo } from '../../../shared/network';
import { selectionStore } from '../../state/selection';
import { useStore } from '../../state/useStore';
import { useCurrentNetwork } from '../../ui/useCurrentNetwork';

/** The layer in view, once its network is loaded. */
export function useCurrentLayer(): LayerInfo | undefined {
  const name = useStore(selectionStore, (selection) => selection.layer);
  return useCurrentNetwork()?.loaded?.layers.find((layer) => layer.name === name);
}
