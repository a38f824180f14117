import type { Box } from '../../../shared/geometry/space';
import type { ShownPhoto } from '../../state/faces';
import styles from './OwnBox.module.css';

interface Props {
  readonly box: Box<'picture'>;
  readonly photo: ShownPhoto;
}

/** The box that the user has drawn, where it lies on the photo. */
export function OwnBox({ box, photo }: Props) {
  const share = (value: number, of: number) => `${(value / of) * 100}%`;
  return (
    <div
      className={styles.box}
      style={{
        left: share(box.x, photo.width),
        top: share(box.y, photo.height),
        width: share(box.width, photo.width),
        height: share(box.height, photo.height),
      }}
    >
      <span className={styles.label}>your box</span>
    </div>
  );
}
