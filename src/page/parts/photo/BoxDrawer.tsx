import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Box, Point } from '../../../shared/geometry/space';
import { chooseFace } from '../../flows/faces/recogniseChoice';
import type { ShownPhoto } from '../../state/faces';
import styles from './BoxDrawer.module.css';
import { boxAfterKey, boxBetween, isMeant, middleBox } from './boxDrawing';

interface Props {
  readonly photo: ShownPhoto;
  /** The box is drawn, or given up. */
  readonly onDone: () => void;
}

/** A box drawn over the photo, by pointer or by keyboard. */
export function BoxDrawer({ photo, onDone }: Props) {
  const surface = useRef<HTMLButtonElement>(null);
  const { box, handlers } = useDrawnBox(photo, onDone);
  useEffect(() => surface.current?.focus(), []);
  const percent = (value: number, of: number) => `${((value / of) * 100).toFixed(2)}%`;
  return (
    <button ref={surface} type="button" className={styles.surface} aria-label={inWords(box, photo)} {...handlers}>
      <span
        className={styles.box}
        style={{
          left: percent(box.x, photo.width),
          top: percent(box.y, photo.height),
          width: percent(box.width, photo.width),
          height: percent(box.height, photo.height),
        }}
      />
    </button>
  );
}

/** The box as it is drawn, and what draws it. A click that draws none leaves the keyboard's. */
function useDrawnBox(photo: ShownPhoto, onDone: () => void) {
  const corner = useRef<Point<'picture'> | null>(null);
  const [box, setBox] = useState<Box<'picture'>>(() => middleBox(photo));
  const take = (drawn: Box<'picture'>) => {
    onDone();
    void chooseFace({ kind: 'box', box: drawn });
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    corner.current = pointOf(event, photo);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (corner.current !== null) setBox(boxBetween(corner.current, pointOf(event, photo), photo));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const from = corner.current;
    corner.current = null;
    if (from === null) return;
    const drawn = boxBetween(from, pointOf(event, photo), photo);
    if (isMeant(drawn, photo)) take(drawn);
    else setBox(middleBox(photo));
  };
  const onPointerCancel = () => {
    corner.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = boxAfterKey(box, event, photo);
    if (next !== null) setBox(next);
    else if (event.key === 'Enter' || event.key === ' ') take(box);
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { box, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown } };
}

/** Where the pointer is, in pixels of the photo. */
function pointOf(event: PointerEvent<HTMLElement>, photo: ShownPhoto): Point<'picture'> {
  const bounds = event.currentTarget.getBoundingClientRect();
  return {
    x: ((event.clientX - bounds.left) / bounds.width) * photo.width,
    y: ((event.clientY - bounds.top) / bounds.height) * photo.height,
  };
}

const inWords = ({ x, y, width, height }: Box<'picture'>, photo: ShownPhoto) => {
  const share = (value: number, of: number) => Math.round((value / of) * 100);
  return (
    `Box: ${share(width, photo.width)} by ${share(height, photo.height)} percent of the photo, ` +
    `${share(x, photo.width)} from the left, ${share(y, photo.height)} from the top. ` +
    'Arrows move it, Shift and arrows resize it, Enter takes it, Escape leaves'
  );
};
