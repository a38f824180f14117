import { useMemo } from 'react';
import type { Mask } from '../../../../shared/mask';
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
  /** Drawn where it lies. */
  readonly mask?: Mask | null | undefined;
  readonly className?: string | undefined;
  /** What a screen reader says; without it the canvas is decoration. */
  readonly label?: string;
}

/** A map on the mean face. */
export function FaceMapCanvas({ className, label, ...shown }: Props) {
  const { map, margin, colours, face = null, mask = null } = shown;
  const [low, high] = shown.range;
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
        if (context !== null) paintFaceMap({ context, map, margin, colours, range: [low, high], side, face, mask });
      },
    }),
    [map, margin, colours, low, high, face, mask],
  );
  return <PaintedCanvas painting={painting} className={className} {...(label === undefined ? {} : { label })} />;
}
