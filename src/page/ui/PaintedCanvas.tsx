import { useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Size } from '../paint/fitPicture';
import { forgetFrame, oncePerFrame } from '../paint/oncePerFrame';
import { observeDevicePixels } from './observeDevicePixels';

export interface Painting {
  /** Stores whose changes may ask for another painting. */
  readonly stores: readonly Pick<StoreApi<unknown>, 'subscribe'>[];
  /** What the painting depends on: it is painted again when one of these is another one. */
  readonly read: () => readonly unknown[];
  /** Paints what the stores hold. */
  readonly paint: (canvas: HTMLCanvasElement, box: Size) => void;
}

interface Props {
  /** The same object at every rendering: a constant of the module, or memoised. */
  readonly painting: Painting;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/**
 * A canvas that follows stores without rendering React: one pixel for each device pixel, at most one painting a frame.
 */
export function PaintedCanvas({ painting, className, label }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => (ref.current === null ? undefined : follow(ref.current, painting)), [painting]);
  const described = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas ref={ref} className={className} {...described} />;
}

function follow(canvas: HTMLCanvasElement, { stores, read, paint }: Painting): () => void {
  let box: Size | null = null;
  let painted: readonly unknown[] | null = null;
  const draw = () => {
    if (box === null) return;
    painted = read();
    paint(canvas, box);
  };
  const look = () => {
    const now = read();
    if (painted === null || now.some((value, i) => value !== painted?.[i])) oncePerFrame(canvas, draw);
  };
  const unsubscribers = stores.map((store) => store.subscribe(look));
  const unobserve = observeDevicePixels(canvas, (size) => {
    box = size;
    oncePerFrame(canvas, draw);
  });
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe();
    unobserve();
    forgetFrame(canvas);
  };
}
