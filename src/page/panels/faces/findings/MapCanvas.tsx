import { useEffect, useRef } from 'react';
import type { Picture } from '../../../../shared/ascent';
import type { AttributionMap } from '../../../../shared/explain';
import type { Size } from '../../../paint/fitPicture';
import { forgetFrame, oncePerFrame } from '../../../paint/oncePerFrame';
import { mapViewStore } from '../../../state/mapView';
import { useStore } from '../../../state/useStore';
import { observeDevicePixels } from '../../../ui/observeDevicePixels';
import type { Range } from './mapRange';
import { paintSmallMap } from './paintSmallMap';

interface Props {
  /** Under the map; null: the map alone. */
  readonly picture: Picture | null;
  readonly map: AttributionMap;
  readonly range: Range;
  /** Of the map, 0..1. */
  readonly opacity?: number;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/** A small map in the colours that the bench shows maps in. */
export function MapCanvas({ picture, map, range, opacity = 0.65, className, label }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const colourMap = useStore(mapViewStore, (view) => view.colourMap);
  const smooth = useStore(mapViewStore, (view) => view.smooth);
  const [low, high] = range;
  useEffect(() => {
    const canvas = ref.current;
    if (canvas === null) return;
    let box: Size | null = null;
    const paint = () => {
      if (box !== null) paintSmallMap({ canvas, box, picture, map, range: [low, high], colourMap, opacity, smooth });
    };
    const unobserve = observeDevicePixels(canvas, (size) => {
      box = size;
      oncePerFrame(canvas, paint);
    });
    return () => {
      unobserve();
      forgetFrame(canvas);
    };
  }, [picture, map, low, high, colourMap, opacity, smooth]);
  const described = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas ref={ref} className={className} {...described} />;
}
