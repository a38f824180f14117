import type { Recognition } from '../../../../shared/explain';
import { facesStore } from '../../../state/faces';
import { type MaskedExplanation, type MaskedInput, maskResultsStore } from '../../../state/maskResults';
import { useStore } from '../../../state/useStore';

/** The last answer under a mask on the face in view, and the mask it belongs to; null while there is none. */
export function useRecognised(): { readonly masked: MaskedInput; readonly recognition: Recognition } | null {
  const input = useStore(facesStore, ({ crop }) => crop?.input ?? null);
  const recognised = useStore(maskResultsStore, (state) => state.recognised);
  return recognised?.masked.open === input ? recognised : null;
}

/** The last map under a mask on the face in view; null while there is none. */
export function useExplained(): MaskedExplanation | null {
  const input = useStore(facesStore, ({ crop }) => crop?.input ?? null);
  const explained = useStore(maskResultsStore, (state) => state.explained);
  return explained?.masked.open === input ? explained : null;
}
