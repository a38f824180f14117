import { useMemo } from 'react';
import type { Picture } from '../../shared/ascent';
import type { AttributionMap } from '../../shared/explain';
import type { Range } from '../paint/mapRange';
import { paintFace } from '../paint/paintFace';
import { mapViewStore } from '../state/mapView';
import { PaintedCanvas, type Painting } from './PaintedCanvas';

interface Props {
  /** Under the map. */
  readonly picture: Picture;
  readonly map: AttributionMap;
  readonly range: Range;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/** A small map in the colours and with the edges and opacity that the bench shows maps with. */
export function MapCanvas({ picture, map, range: [low, high], className, label }: Props) {
  const painting = useMemo<Painting>(
    () => ({
      stores: [mapViewStore],
      read: () => {
        const { colourMap, smooth, opacity } = mapViewStore.getState();
        return [colourMap, smooth, opacity];
      },
      paint: (canvas, box) => {
        const { colourMap, smooth, opacity } = mapViewStore.getState();
        const colours = map.signed ? 'diverging' : colourMap;
        const scale = { low, high, colours, empty: high > low ? null : 'zero' } as const;
        paintFace({ canvas, box, picture, heat: { map, scale, opacity, smooth } });
      },
    }),
    [picture, map, low, high],
  );
  return <PaintedCanvas painting={painting} className={className} {...(label === undefined ? {} : { label })} />;
}
