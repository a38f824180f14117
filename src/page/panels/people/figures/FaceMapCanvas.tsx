import { useMemo } from 'react';
import type { FaceMap } from '../../../../shared/people';
import type { ColourMapName } from '../../../paint/colourMaps';
import { type FaceBelow, paintFaceMap } from '../../../paint/people/paintFaceMap';
import { PaintedCanvas, type Painting } from '../../../ui/PaintedCanvas';

interface Props {
  readonly map: FaceMap;
  readonly margin: number;
  readonly colours: ColourMapName;
  readonly range: readonly [number, number];
  /** Below the map, in place of the outline. */
  readonly face?: FaceBelow | null | undefined;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/** A map on the mean face. */
export function FaceMapCanvas({ map, margin, colours, range: [low, high], face = null, className, label }: Props) {
  const painting = useMemo<Painting>(
    () => ({
      stores: [],
      read: () => [],
      paint: (canvas, box) => {
        const side = Math.min(box.width, box.height);
        if (side < 1) return;
        canvas.width = side;
        canvas.height = side;
        const context = canvas.getContext('2d');
        if (context !== null) paintFaceMap({ context, map, margin, colours, range: [low, high], side, face });
      },
    }),
    [map, margin, colours, low, high, face],
  );
  return <PaintedCanvas painting={painting} className={className} {...(label === undefined ? {} : { label })} />;
}
