import type { FillKind, Mask, MaskShape, MaskStroke } from '../../../shared/mask';
import { activeTool, brushWidths, type MaskTool, maskStore } from '../../state/mask';
import { maskCursorStore } from '../../state/maskCursor';
import { maskChanged } from './maskChanged';

/** 'move': the ready-made mask that lies on top. */
export function chooseTool(tool: MaskTool): void {
  maskStore.setState(tool === 'move' ? { moving: true } : { tool, moving: false });
}

/** Of the strokes to come, and of the ready-made mask that can still be moved: that is one step of the history. */
export function chooseFill(fill: FillKind): void {
  maskStore.setState({ fill });
  const { strokes, ready } = maskStore.getState();
  if (ready === null || strokes.at(-1)?.fill === fill) return;
  const first = strokes.length - ready.strokes;
  maskStore.setState({ strokes: strokes.map((stroke, i) => (i < first ? stroke : { ...stroke, fill })) });
  maskChanged({ ended: true });
}

/** Face units; held to `brushWidths`. */
export function chooseWidth(width: number): void {
  maskStore.setState({ width: Math.min(brushWidths.most, Math.max(brushWidths.least, width)) });
}

/** The stroke under the pointer, as it is now: shown, recognised with and explained, but not in the history yet. */
export function paintStroke(shape: MaskShape): void {
  maskStore.setState({ draft: { shape, erase: activeTool() === 'eraser' } });
  maskChanged({ ended: false });
}

/** The pointer was lifted: the stroke becomes a part of the mask. Nothing happens without one. */
export function endStroke(): void {
  const { draft, fill } = maskStore.getState();
  if (draft === null) return;
  maskStore.setState({ draft: null });
  addStrokes([{ ...draft, fill }]);
}

/** The stroke is taken back before its end: Escape, or a second finger. */
export function cancelStroke(): void {
  if (maskStore.getState().draft === null) return;
  maskStore.setState({ draft: null });
  maskChanged({ ended: true });
}

/** Whether anything is begun and not finished: a stroke, a box with one corner, some corners of a polygon. */
export function isUnderWay(): boolean {
  const { anchor, corners } = maskCursorStore.getState();
  return anchor !== null || corners.length > 0 || maskStore.getState().draft !== null;
}

/** Takes back what is under way. False when there was nothing. */
export function dropUnderWay(): boolean {
  const busy = isUnderWay();
  maskCursorStore.setState({ anchor: null, corners: [] });
  cancelStroke();
  return busy;
}

/** Paints finished strokes, one step of the history. */
export function addStrokes(added: readonly MaskStroke[]): void {
  maskStore.setState(({ strokes }) => ({ strokes: [...strokes, ...added], ready: null }));
  maskChanged({ ended: true });
}

/** Puts a mask in the place of the one in view: from the log, or from a search. One step of the history. */
export function replaceMask(strokes: Mask): void {
  maskCursorStore.setState({ anchor: null, corners: [] });
  maskStore.setState({ strokes, ready: null, draft: null });
  maskChanged({ ended: true });
}

/** Takes all strokes away, and what is under way; undo brings the strokes back. */
export function clearMask(): void {
  dropUnderWay();
  const { strokes } = maskStore.getState();
  if (strokes.length > 0) replaceMask([]);
}

/** Takes back what is under way and no more; the last finished step where nothing is. */
export function undoStroke(): void {
  if (dropUnderWay()) return;
  maskStore.temporal.getState().undo();
  showFill();
  maskChanged({ ended: true });
}

export function redoStroke(): void {
  maskCursorStore.setState({ anchor: null, corners: [] });
  maskStore.setState({ draft: null });
  maskStore.temporal.getState().redo();
  showFill();
  maskChanged({ ended: true });
}

/** What is filled with is what the ready-made mask on top shows. */
function showFill(): void {
  const { strokes, ready } = maskStore.getState();
  const last = strokes.at(-1);
  if (ready !== null && last !== undefined) maskStore.setState({ fill: last.fill });
}
