import { type CSSProperties, type PointerEvent, useEffect, useRef } from 'react';
import type { Point } from '../../../../shared/geometry/space';
import { dropUnderWay } from '../../../flows/masks/editMask';
import { facesStore } from '../../../state/faces';
import { activeTool, maskStore } from '../../../state/mask';
import { maskCursorStore } from '../../../state/maskCursor';
import { useStore } from '../../../state/useStore';
import { PaintedCanvas } from '../../../ui/PaintedCanvas';
import { faceFrame, toFacePoint } from './faceFrame';
import styles from './MaskFigure.module.css';
import { guidePainting, maskPainting } from './maskPainting';
import { putReadyBack } from './moveReady';
import { PaintReading } from './PaintReading';
import { liftByKey, paintByKey, placeCrosshair } from './paintKeys';
import { beginStroke, extendStroke, finishStroke, leaveStroke, liftStroke } from './strokes';

/** The face as the network gets it, large: painted on with mouse, pen, finger or keys. */
export function MaskFigure() {
  const size = useStore(facesStore, ({ crop }) => crop?.place.size ?? null);
  const tool = useStore(maskStore, activeTool);
  const pointer = usePointer();
  const [height, width] = size ?? [1, 1];
  useEffect(() => dropHeld, []);
  return (
    <div className={styles.place}>
      <div
        className={styles.figure}
        style={{ '--ratio': width / height } as CSSProperties}
        data-old={size === null}
        data-tool={tool}
      >
        <PaintedCanvas painting={maskPainting} className={styles.canvas} label="The face under its mask" />
        <PaintedCanvas painting={guidePainting} className={styles.canvas} />
        <button
          type="button"
          className={styles.surface}
          aria-label="Paint on the face"
          aria-describedby="mask-keys"
          onKeyDown={(event) => {
            const frame = faceFrame();
            if (frame === null || !paintByKey(event, frame)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onKeyUp={(event) => liftByKey(event) && event.preventDefault()}
          onFocus={(event) => {
            const frame = faceFrame();
            if (frame !== null && event.currentTarget.matches(':focus-visible')) placeCrosshair(frame);
          }}
          onBlur={() => {
            leaveStroke();
            maskCursorStore.setState({ at: null, byKeyboard: false });
          }}
          onDoubleClick={() => tool === 'polygon' && finishStroke()}
          onContextMenu={(event) => event.preventDefault()}
          {...pointer}
        />
      </div>
      <p id="mask-keys" className="visually-hidden">
        Arrow keys move a crosshair, with Shift further. Space paints: hold it and move to draw with the brush; press it
        at two corners of a rectangle or ellipse; each press sets a corner of a polygon, Enter closes it, Escape leaves.
        With the tool Move they move the ready-made mask.
      </p>
      <PaintReading />
    </div>
  );
}

/** What is begun on the face is taken back: a stroke, or a move. */
function dropAll(): void {
  putReadyBack();
  dropUnderWay();
}

/**
 * The face goes to another place on the page: what a pointer holds is taken back, a polygon waits for its next corner.
 */
function dropHeld(): void {
  putReadyBack();
  if (maskCursorStore.getState().corners.length === 0) dropUnderWay();
}

/** What mouse, pen and the first finger do; a second finger takes the stroke back. */
function usePointer() {
  const active = useRef<number | null>(null);
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const at = placeOf(event);
    if (at === null) return;
    if (active.current !== null) {
      active.current = null;
      dropAll();
      maskCursorStore.setState({ at: null });
      return;
    }
    active.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    maskCursorStore.setState({ at, byKeyboard: false });
    beginStroke(at);
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const at = placeOf(event);
    if (at === null) return;
    if (active.current === event.pointerId) extendStroke(coalescedPlaces(event, at));
    // A finger that no longer paints points at nothing.
    const hovers = active.current === null && event.pointerType !== 'touch';
    if (hovers || active.current === event.pointerId) maskCursorStore.setState({ at, byKeyboard: false });
  };
  const up = (event: PointerEvent<HTMLElement>) => {
    if (active.current !== event.pointerId) return;
    active.current = null;
    const at = placeOf(event);
    if (at !== null) liftStroke(at);
    if (event.pointerType === 'touch') maskCursorStore.setState({ at: null });
  };
  const cancel = (event: PointerEvent<HTMLElement>) => {
    if (active.current !== event.pointerId) return;
    active.current = null;
    dropAll();
  };
  const leave = (event: PointerEvent) => {
    if (active.current === null && event.pointerType === 'mouse' && !maskCursorStore.getState().byKeyboard)
      maskCursorStore.setState({ at: null });
  };
  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: cancel,
    onPointerLeave: leave,
  };
}

/** All places that the pointer was at since the last event: a browser sends at most one event a frame. */
function coalescedPlaces(event: PointerEvent<HTMLElement>, at: Point<'face'>): readonly Point<'face'>[] {
  const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
  const places = events.flatMap((one) => placeOf({ ...clientOf(one), currentTarget: event.currentTarget }) ?? []);
  return places.length === 0 ? [at] : places;
}

const clientOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => ({
  clientX,
  clientY,
});

function placeOf(event: {
  readonly clientX: number;
  readonly clientY: number;
  readonly currentTarget: HTMLElement;
}): Point<'face'> | null {
  const frame = faceFrame();
  const bounds = event.currentTarget.getBoundingClientRect();
  if (frame === null) return null;
  return toFacePoint(frame, (event.clientX - bounds.left) / bounds.width, (event.clientY - bounds.top) / bounds.height);
}
