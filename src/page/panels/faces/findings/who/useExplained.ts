import { explanationStore } from '../../../../state/explanation';
import { useStore } from '../../../../state/useStore';
import { useCropNetwork } from '../../../../ui/useCropNetwork';
import { shownKey, targetKey } from './targetKey';

/** The row that is explained: at once the one that was clicked, then the one that the map on the screen stands for. */
export function useExplained(): string | null {
  const outputs = useCropNetwork()?.info.outputs;
  const shown = useStore(explanationStore, (state) => state.shown);
  const choice = useStore(explanationStore, (state) => state.target);
  const pending = useStore(explanationStore, (state) => state.progress !== null);
  if (pending && choice.kind !== 'top') return targetKey(choice);
  return shown === null || outputs === undefined ? null : shownKey(shown, outputs);
}
