import { apply, compose, invert } from '../../../shared/geometry/affine';
import type { Point } from '../../../shared/geometry/space';
import type { FillKind, Mask, MaskStroke } from '../../../shared/mask';
import type { ReadyMaskId } from '../../../shared/mask/readyMaskIds';
import { type ReadyPlacement, readyMask } from '../../../shared/mask/readyMasks';
import { facesStore } from '../../state/faces';
import { maskStore } from '../../state/mask';
import { maskCursorStore } from '../../state/maskCursor';
import { maskChanged } from './maskChanged';
import { faceToCrop } from './maskNow';

/**
 * Places a ready-made mask by the landmarks of the face in view, one step of the history; it can be adjusted after, and
 * the pointer moves it. One that is there already goes.
 */
export function toggleReady(id: ReadyMaskId): void {
  const { strokes } = maskStore.getState();
  if (strokes.some(({ from }) => from === id)) takeAway(id);
  else place(id);
}

function place(id: ReadyMaskId): void {
  const placement = { id, grow: 0, dx: 0, dy: 0 };
  const added = strokesOf(placement, maskStore.getState().fill);
  maskCursorStore.setState({ anchor: null, corners: [] });
  maskStore.setState(({ strokes }) => ({
    strokes: [...strokes, ...added],
    ready: { ...placement, strokes: added.length },
    moving: true,
    draft: null,
  }));
  maskChanged({ ended: true });
}

function takeAway(id: ReadyMaskId): void {
  maskCursorStore.setState({ anchor: null, corners: [] });
  maskStore.setState(({ strokes, ready }) => ({
    strokes: strokes.filter(({ from }) => from !== id),
    ready: ready?.id === id ? null : ready,
    draft: null,
  }));
  maskChanged({ ended: true });
}

/** What a ready-made mask is adjusted with: changes by one means in one go are one step of the history. */
export type Adjusting = 'keys' | 'slider' | 'drag';

/** Milliseconds after which a press of a key, or of the slider's keys, begins a new step. */
const pause = 1000;

let lastStep: { readonly by: Adjusting; readonly held: boolean; readonly time: number; readonly strokes: Mask } | null =
  null;

/**
 * Grows, shrinks or moves the ready-made mask that was placed last; nothing happens when something was painted since.
 * @param held the pointer is down: until `endAdjusting` all is one step, however long it rests
 */
export function adjustReady(
  change: Partial<Pick<ReadyPlacement, 'grow' | 'dx' | 'dy'>>,
  by: Adjusting = 'keys',
  held = by === 'drag',
): void {
  const { strokes, ready, fill } = maskStore.getState();
  if (ready === null) return;
  const placement = { ...ready, ...change };
  const placed = strokesOf(placement, strokes.at(-1)?.fill ?? fill);
  const next = [...strokes.slice(0, strokes.length - ready.strokes), ...placed];
  const history = maskStore.temporal.getState();
  const goesOn =
    lastStep !== null &&
    lastStep.strokes === strokes &&
    lastStep.by === by &&
    lastStep.held === held &&
    (held || Date.now() - lastStep.time < pause);
  if (goesOn) history.pause();
  maskStore.setState({ strokes: next, ready: { ...placement, strokes: placed.length } });
  if (goesOn) history.resume();
  lastStep = { by, held, time: Date.now(), strokes: next };
  maskChanged({ ended: !held, rest: true });
}

/** The pointer is lifted: what is adjusted next is another step. */
export function endAdjusting(): void {
  if (lastStep === null) return;
  const { held, strokes } = lastStep;
  lastStep = null;
  if (held && strokes === maskStore.getState().strokes) maskChanged({ ended: true, rest: true });
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

function strokesOf(placement: ReadyPlacement, fill: FillKind): readonly MaskStroke[] {
  return readyMask(placement, faceLandmarks()).map((shape) => ({ shape, erase: false, fill, from: placement.id }));
}
