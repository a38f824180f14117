import { facesStore } from '../../../state/faces';
import { useStore } from '../../../state/useStore';
import { formatShape } from '../../../ui/format';
import { PaintedCanvas } from '../../../ui/PaintedCanvas';
import { maskPainting } from '../canvas/maskPainting';
import styles from './Tools.module.css';

/** What the network gets, one pixel of the screen for each of its own. */
export function ActualSize() {
  const size = useStore(facesStore, ({ crop }) => crop?.place.size ?? null);
  if (size === null) return null;
  const [height, width] = size;
  return (
    <figure className={styles.actual}>
      <div className={styles.pixels} style={{ width, aspectRatio: width / height }}>
        <PaintedCanvas painting={maskPainting} label="What the network gets, in actual size" />
      </div>
      <figcaption className={styles.hint}>
        What the network gets, {formatShape([height, width])} pixels, in actual size
      </figcaption>
    </figure>
  );
}
