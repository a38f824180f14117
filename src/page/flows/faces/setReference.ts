import { explanationStore, type Reference } from '../../state/explanation';
import { type FacesState, facesStore } from '../../state/faces';
import { chooseTargetKind } from './changeExplanation';

/** Takes the face that is shown as the second face of a match; nothing happens where it has no embedding. */
export function setReference(): void {
  const reference = referenceOf(facesStore.getState());
  if (reference !== null) explanationStore.setState({ reference });
}

/** Forgets it; a map of the similarity gives way to one of the most probable answer. */
export function clearReference(): void {
  const { target } = explanationStore.getState();
  explanationStore.setState({ reference: null });
  if (target.kind === 'similarity') chooseTargetKind({ kind: 'top' });
}

/** The shown face as something to compare with; null while it is not recognised or its network has no embedding. */
export function referenceOf({
  crop,
  recognition,
  photo,
}: Pick<FacesState, 'crop' | 'recognition' | 'photo'>): Reference | null {
  const embedding = recognition?.embedding ?? null;
  if (crop === null || embedding === null) return null;
  const several = crop.choice.kind === 'face' && (photo?.faces.length ?? 0) > 1;
  const place = several && crop.choice.kind === 'face' ? `, face ${crop.choice.index + 1}` : '';
  const name = `${photo?.name ?? 'photo'}${place}`;
  return { name, network: crop.network, input: crop.input, embedding };
}
