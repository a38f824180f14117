import { facesStore } from '../../state/faces';
import { maskResultsStore } from '../../state/maskResults';
import { useStore } from '../../state/useStore';
import { useShownHere } from '../../ui/useShownHere';
import type { FigureAnswer } from './AnswerFigure';

/** What the network in view says of the face, and under the mask; null while it says nothing. */
export function useFirstAnswers(masked: boolean): {
  readonly layer: string | null;
  readonly open: FigureAnswer | null;
  readonly masked: FigureAnswer | null;
} {
  const crop = useStore(facesStore, (state) => state.crop);
  const recognition = useStore(facesStore, (state) => state.recognition);
  const shown = useShownHere();
  const recognised = useStore(maskResultsStore, (state) => state.recognised);
  const explained = useStore(maskResultsStore, (state) => state.explained);
  const open = crop === null || recognition === null ? null : { input: crop.input, recognition, explained: shown };
  const here = masked && recognised !== null && recognised.masked.open === crop?.input;
  const fits = here && explained?.masked.open === crop?.input && explained?.layer === shown?.layer;
  return {
    layer: shown?.layer ?? null,
    open,
    masked: here
      ? {
          input: recognised.masked.input,
          recognition: recognised.recognition,
          explained: fits ? explained : null,
        }
      : null,
  };
}
