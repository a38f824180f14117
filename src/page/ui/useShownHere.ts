import { explanationStore, type ShownExplanation } from '../state/explanation';
import { facesStore } from '../state/faces';
import { useStore } from '../state/useStore';

/** The map on the screen if it is of the face on the bench: the map before stays until the new one is there. */
export function useShownHere(): ShownExplanation | null {
  const input = useStore(facesStore, ({ crop }) => crop?.input ?? null);
  const shown = useStore(explanationStore, (state) => state.shown);
  return shown !== null && shown.input === input ? shown : null;
}
