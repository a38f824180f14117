import { apply, compose, invert } from '../../../shared/geometry/affine';
import type { Point } from '../../../shared/geometry/space';
import type { MaskStroke } from '../../../shared/mask';
import { type ReadyMaskId, type ReadyPlacement, readyMask } from '../../../shared/mask/readyMasks';
import { facesStore } from '../../state/faces';
import { maskStore } from '../../state/mask';
import { maskCursorStore } from '../../state/maskCursor';
import { maskChanged } from './maskChanged';
import { faceToCrop } from './maskNow';

/** Places a ready-made mask by the landmarks of the face in view, one step of the history; it can be adjusted after. */
export function placeReady(id: ReadyMaskId): void {
  const placement = { id, grow: 0, dx: 0, dy: 0 };
  const added = strokesOf(placement);
  maskCursorStore.setState({ anchor: null, corners: [] });
  maskStore.setState(({ strokes }) => ({
    strokes: [...strokes, ...added],
    ready: { ...placement, strokes: added.length },
    draft: null,
  }));
  maskChanged({ ended: true });
}

/**
 * Grows, shrinks or moves the ready-made mask that was placed last; nothing happens when something was painted since. Belongs
 * to the step that placed it: undo takes the mask away as a whole.
 */
export function adjustReady(change: Partial<Pick<ReadyPlacement, 'grow' | 'dx' | 'dy'>>): void {
  const { strokes, ready } = maskStore.getState();
  if (ready === null) return;
  const placement = { ...ready, ...change };
  const placed = strokesOf(placement);
  const history = maskStore.temporal.getState();
  history.pause();
  maskStore.setState({
    strokes: [...strokes.slice(0, strokes.length - ready.strokes), ...placed],
    ready: { ...placement, strokes: placed.length },
  });
  history.resume();
  maskChanged({ ended: true, rest: true });
}

/** The 68 landmarks of the face in view, in face coordinates; null where there are none. */
export function faceLandmarks(): readonly Point<'face'>[] | null {
  const { crop, photo } = facesStore.getState();
  if (crop === null || crop.choice.kind !== 'face') return null;
  const landmarks = photo?.faces[crop.choice.index]?.landmarks;
  if (landmarks === undefined) return null;
  const toFace = compose(invert(crop.place.networkToPicture), invert(faceToCrop(crop)));
  return landmarks.map((point) => apply(toFace, point));
}

function strokesOf(placement: ReadyPlacement): readonly MaskStroke[] {
  const { fill } = maskStore.getState();
  return readyMask(placement, faceLandmarks()).map((shape) => ({ shape, erase: false, fill }));
}
