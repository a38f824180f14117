import type { Picture } from '../../../../shared/ascent';
import { paintGuides } from '../../../paint/paintGuides';
import { paintPicture } from '../../../paint/paintPicture';
import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { maskCursorStore } from '../../../state/maskCursor';
import { maskResultsStore } from '../../../state/maskResults';
import type { Painting } from '../../../ui/PaintedCanvas';
import { faceFrame } from './faceFrame';

/** The very pixels that the network gets now: with the mask, as soon as there is one. */
export function inputNow(): Picture | null {
  const { crop } = facesStore.getState();
  const { masked } = maskResultsStore.getState();
  if (crop === null) return null;
  return masked?.open === crop.input ? masked.input : crop.input;
}

/** The face under its mask; while a new face is on its way the old one stays. */
export const maskPainting: Painting = {
  stores: [facesStore, maskResultsStore],
  read: () => [inputNow()],
  paint: (canvas, box) => {
    const picture = inputNow();
    if (picture !== null) paintPicture({ canvas, picture, box });
  },
};

/** Over it: the stroke under way, the brush, the crosshair. */
export const guidePainting: Painting = {
  stores: [facesStore, maskStore, maskCursorStore],
  read: () => {
    const { draft, width } = maskStore.getState();
    return [facesStore.getState().crop, draft, activeTool(), width, maskCursorStore.getState()];
  },
  paint: (canvas, box) => {
    const frame = faceFrame();
    if (frame === null) return;
    const { draft, width } = maskStore.getState();
    const tool = activeTool();
    const { at, byKeyboard, anchor, corners } = maskCursorStore.getState();
    paintGuides({
      canvas,
      box,
      picture: frame.input,
      toPixels: frame.toPixels,
      draft: draft?.shape ?? null,
      anchor: byKeyboard ? anchor : null,
      corners,
      at,
      brush: tool === 'brush' || tool === 'eraser' ? width : null,
      crosshair: byKeyboard && tool !== 'move',
    });
  },
};
