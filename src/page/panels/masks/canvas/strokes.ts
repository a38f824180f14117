import type { Point } from '../../../../shared/geometry/space';
import type { MaskShape } from '../../../../shared/mask';
import { cancelStroke, dropUnderWay, endStroke, paintStroke } from '../../../flows/masks/editMask';
import { activeTool, type MaskTool, maskStore } from '../../../state/mask';
import { maskCursorStore } from '../../../state/maskCursor';
import { dragReady, grabReady, letGoOfReady } from './moveReady';

type P = Point<'face'>;

/** Face units: corners of a polygon nearer than this are one. */
const sameCorner = 0.02;
/** Face units: a rectangle or ellipse smaller than this was a slip of the hand. */
const leastBox = 0.005;

/** The pointer comes down. */
export function beginStroke(at: P): void {
  const { width } = maskStore.getState();
  const tool = activeTool();
  if (tool === 'move') grabReady(at);
  else if (tool === 'brush' || tool === 'eraser') paintStroke({ kind: 'brush', points: [at], width });
  else if (tool !== 'polygon') maskCursorStore.setState({ anchor: at });
}

/** The pointer moves on, over these places, the oldest first. */
export function extendStroke(places: readonly P[]): void {
  const { draft } = maskStore.getState();
  const tool = activeTool();
  const { anchor } = maskCursorStore.getState();
  const last = places.at(-1);
  if (last === undefined) return;
  if (tool === 'move') dragReady(last);
  else if (anchor !== null && (tool === 'rectangle' || tool === 'ellipse')) {
    paintStroke(boxShape(tool, anchor, last));
  } else if (draft?.shape.kind === 'brush') {
    paintStroke({ ...draft.shape, points: [...draft.shape.points, ...places] });
  }
}

/** The pointer is lifted: a polygon gets a corner, any other stroke is finished, a mask that was moved stays. */
export function liftStroke(at: P): void {
  if (letGoOfReady()) return;
  if (activeTool() === 'polygon') addCorner(at);
  else finishStroke();
}

/** Finishes what is under way; a polygon is closed. What is too small to be meant goes. */
export function finishStroke(): void {
  const { draft } = maskStore.getState();
  maskCursorStore.setState({ anchor: null, corners: [] });
  if (draft !== null && isMeant(draft.shape)) endStroke();
  else cancelStroke();
}

/** The keyboard has gone elsewhere: a line is finished where it is, a box has no second corner; a polygon waits. */
export function leaveStroke(): void {
  if (maskStore.getState().draft?.shape.kind === 'brush') finishStroke();
  else if (maskCursorStore.getState().anchor !== null) dropUnderWay();
}

/** Adds a corner to the polygon; at the first one it is closed. */
export function addCorner(at: P): void {
  const { corners } = maskCursorStore.getState();
  const [first] = corners;
  if (corners.length >= 3 && first !== undefined && isNear(first, at)) {
    finishStroke();
    return;
  }
  const last = corners.at(-1);
  if (last !== undefined && isNear(last, at)) return;
  const points = [...corners, at];
  maskCursorStore.setState({ corners: points });
  if (points.length >= 3) paintStroke({ kind: 'polygon', points });
}

/** The same as a pointer, for one who presses Space: a dot begins, a box begins or ends, a polygon gets a corner. */
export function pressAt(at: P): void {
  const tool = activeTool();
  const { anchor } = maskCursorStore.getState();
  if (tool === 'move') return;
  if (tool === 'polygon') addCorner(at);
  else if (anchor !== null) finishStroke();
  else beginStroke(at);
}

function boxShape(kind: Extract<MaskTool, 'rectangle' | 'ellipse'>, from: P, to: P): MaskShape {
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
  return { kind, box };
}

function isMeant(shape: MaskShape): boolean {
  if (shape.kind === 'polygon') return shape.points.length >= 3;
  if (shape.kind === 'rectangle' || shape.kind === 'ellipse')
    return shape.box.width > leastBox && shape.box.height > leastBox;
  return true;
}

const isNear = (a: P, b: P) => Math.hypot(a.x - b.x, a.y - b.y) < sameCorner;
