import { type HeatScale, heatScale } from '../../../paint/heatScale';
import { explanationStore } from '../../../state/explanation';
import { facesStore } from '../../../state/faces';
import { type HeatShown, heatShown } from '../../../state/heatShown';
import { mapViewStore } from '../../../state/mapView';
import { useStore } from '../../../state/useStore';

export type Heat = HeatShown & { readonly scale: HeatScale };

/** The map in view with its scale; null while there is none of this face. */
export function useHeat(): Heat | null {
  useStore(facesStore, ({ crop }) => crop);
  const shown = useStore(explanationStore, (state) => state.shown);
  const largest = useStore(explanationStore, (state) => state.largest);
  const view = useStore(mapViewStore, (state) => state);
  return scaled(heatShown({ shown, largest }, view));
}

/** A map with the scale that its view asks for. */
export function scaled(heat: HeatShown | null): Heat | null {
  if (heat === null) return null;
  const { shown, largest, view } = heat;
  const { map, beforeRelu } = shown;
  return { ...heat, scale: heatScale({ map, beforeRelu, colours: view.colourMap, largest }) };
}
