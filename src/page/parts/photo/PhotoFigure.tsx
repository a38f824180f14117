import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { apply } from '../../../shared/geometry/affine';
import { paintPhoto } from '../../paint/paintPhoto';
import { facesStore, type ShownCrop, type ShownPhoto } from '../../state/faces';
import { useStore } from '../../state/useStore';
import { PaintedCanvas, type Painting } from '../../ui/PaintedCanvas';
import styles from './PhotoFigure.module.css';

interface Props {
  readonly photo: ShownPhoto;
  /** Whether to outline what the network gets. */
  readonly outlined: boolean;
  /** What lies over the photo, in its own shares of width and height. */
  readonly children: ReactNode;
}

/** The photo as large as its place allows, with the outline of what the network gets. */
export function PhotoFigure({ photo, outlined, children }: Props) {
  const { width, height, view } = photo;
  const crop = useStore(facesStore, (state) => state.crop);
  const painting = useMemo(
    (): Painting => ({ stores: [], read: () => [], paint: (canvas, box) => paintPhoto({ canvas, photo: view, box }) }),
    [view],
  );
  return (
    <div className={styles.figure} style={{ '--ratio': width / height } as CSSProperties}>
      <PaintedCanvas painting={painting} className={styles.canvas} label={`Photo ${photo.name}`} />
      <svg className={styles.outline} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
        {outlined && crop !== null && <polygon points={cornersOf(crop)} vectorEffect="non-scaling-stroke" />}
      </svg>
      {children}
    </div>
  );
}

/** The corners of the network's input in the photo. */
function cornersOf({ place: { networkToPicture, size } }: ShownCrop): string {
  const [height, width] = size;
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => apply(networkToPicture, corner));
  return corners.map(({ x, y }) => `${x},${y}`).join(' ');
}
