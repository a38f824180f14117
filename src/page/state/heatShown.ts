import { type ExplanationState, explanationStore, type ShownExplanation, scaleKey } from './explanation';
import { facesStore } from './faces';
import { type MapView, mapViewStore } from './mapView';

export interface HeatShown {
  readonly shown: ShownExplanation;
  /** Largest magnitude of the maps that share its scale; null where it stands on its own. */
  readonly largest: number | null;
  readonly view: MapView;
}

/** The map that belongs to the face in view, as it is to be shown; null while there is none. */
export function heatShown(
  { shown, largest }: Pick<ExplanationState, 'shown' | 'largest'> = explanationStore.getState(),
  view: MapView = mapViewStore.getState(),
): HeatShown | null {
  const { crop } = facesStore.getState();
  if (shown === null || crop === null || shown.input !== crop.input) return null;
  return { shown, largest: view.scale === 'shared' ? (largest.get(scaleKey(shown)) ?? null) : null, view };
}
