import type { KeyboardEvent } from 'react';
import type { Point } from '../../../../shared/geometry/space';
import { dropUnderWay } from '../../../flows/masks/editMask';
import { activeTool, maskStore } from '../../../state/mask';
import { maskCursorStore } from '../../../state/maskCursor';
import { arrows, moveByArrow } from '../arrowMove';
import { boundsOf, type FaceFrame } from './faceFrame';
import { extendStroke, finishStroke, pressAt } from './strokes';

/** Face units that an arrow key moves the crosshair by, alone and with Shift. */
const step = 0.02;
const largeStep = 0.1;

/** Paints by keyboard, or moves the ready-made mask; returns whether the key meant something. */
export function paintByKey(event: KeyboardEvent<HTMLElement>, frame: FaceFrame): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (activeTool() === 'move' && moveByArrow(event)) return true;
  const move = arrows[event.key];
  if (move !== undefined) moveCrosshair(frame, move, event.shiftKey ? largeStep : step);
  else if (event.key === ' ') press(event, frame);
  else if (event.key === 'Enter') finishStroke();
  else if (event.key === 'Escape') return dropUnderWay();
  else return false;
  return true;
}

/** Space is let go: the brush is lifted. */
export function liftByKey(event: KeyboardEvent): boolean {
  if (event.key !== ' ') return false;
  if (maskStore.getState().draft?.shape.kind === 'brush') finishStroke();
  return true;
}

/** The crosshair, in the middle of the face where there was none. */
export function placeCrosshair(frame: FaceFrame): Point<'face'> {
  const { at } = maskCursorStore.getState();
  const { x, y, width, height } = boundsOf(frame);
  const place = at ?? { x: x + width / 2, y: y + height / 2 };
  maskCursorStore.setState({ at: place, byKeyboard: true });
  return place;
}

function press(event: KeyboardEvent, frame: FaceFrame): void {
  const at = placeCrosshair(frame);
  if (!event.repeat) pressAt(at);
}

function moveCrosshair(frame: FaceFrame, [dx, dy]: readonly [number, number], by: number): void {
  const from = placeCrosshair(frame);
  const { x, y, width, height } = boundsOf(frame);
  const at = {
    x: Math.min(x + width, Math.max(x, from.x + dx * by)),
    y: Math.min(y + height, Math.max(y, from.y + dy * by)),
  };
  maskCursorStore.setState({ at });
  extendStroke([at]);
}
