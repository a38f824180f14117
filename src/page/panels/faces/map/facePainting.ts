import { paintFace } from '../../../paint/paintFace';
import { explanationStore } from '../../../state/explanation';
import { facesStore } from '../../../state/faces';
import { heatShown } from '../../../state/heatShown';
import { mapViewStore } from '../../../state/mapView';
import type { Painting } from '../../../ui/PaintedCanvas';
import { scaled } from './useHeat';

/** The face that the network gets, with its heat map; while a new face is on its way the old one stays. */
export const facePainting: Painting = {
  stores: [facesStore, explanationStore, mapViewStore],
  read: () => {
    const { shown, largest } = explanationStore.getState();
    return [facesStore.getState().crop, shown, largest, mapViewStore.getState()];
  },
  paint: (canvas, box) => {
    const { crop } = facesStore.getState();
    if (crop === null) return;
    const heat = scaled(heatShown());
    const over = heat !== null && !heat.view.bare ? { ...heat.view, map: heat.shown.map, scale: heat.scale } : null;
    paintFace({ canvas, picture: crop.input, heat: over, box });
  },
};
