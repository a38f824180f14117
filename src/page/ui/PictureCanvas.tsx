import { useEffect, useRef } from 'react';
import type { Picture } from '../../shared/ascent';
import type { Size } from '../paint/fitPicture';
import { forgetFrame, oncePerFrame } from '../paint/oncePerFrame';
import { paintPicture } from '../paint/paintPicture';

import { observeDevicePixels } from './observeDevicePixels';

export interface PictureSource {
  readonly subscribe: (listener: () => void) => () => void;
  /** The picture as it stands; a new version means new pixels, even in the same buffer. */
  readonly read: () => { readonly picture: Picture | null; readonly version: number } | null;
}

interface Props {
  readonly source: PictureSource;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/** A canvas that follows a picture in a store without rendering React: at most one painting a frame. */
export function PictureCanvas({ source, className, label }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => (ref.current === null ? undefined : follow(ref.current, source)), [source]);
  const described = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas ref={ref} className={className} {...described} />;
}

function follow(canvas: HTMLCanvasElement, source: PictureSource): () => void {
  let box: Size | null = null;
  let painted: { picture: Picture; version: number; box: Size } | null = null;
  const paint = () => {
    const current = source.read();
    if (box === null || current === null || current.picture === null) return;
    const { picture, version } = current;
    if (painted?.picture === picture && painted.version === version && painted.box === box) return;
    paintPicture({ canvas, picture, box });
    painted = { picture, version, box };
  };
  const request = () => oncePerFrame(canvas, paint);
  const unsubscribe = source.subscribe(() => {
    const current = source.read();
    if (current?.picture !== painted?.picture || current?.version !== painted?.version) request();
  });
  const unobserve = observeDevicePixels(canvas, (size) => {
    box = size;
    request();
  });
  return () => {
    unsubscribe();
    unobserve();
    forgetFrame(canvas);
  };
}
