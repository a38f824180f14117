import type { DetectedFace } from '../../../shared/face';
import { chooseFace } from '../../flows/faces/recogniseChoice';
import type { ShownPhoto } from '../../state/faces';
import styles from './FaceBoxes.module.css';

interface Props {
  readonly photo: ShownPhoto;
  /** Index of the face that is looked at. */
  readonly chosen: number | null;
}

/** The faces of a photo as buttons that lie on them. */
export function FaceBoxes({ photo, chosen }: Props) {
  const { faces } = photo;
  return faces.map((face, index) => (
    <button
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the face
      key={index}
      type="button"
      className={styles.box}
      style={placeOf(face, photo)}
      aria-label={`Face ${index + 1} of ${faces.length}${sureness(face.score)}`}
      aria-pressed={index === chosen}
      onClick={() => void chooseFace({ kind: 'face', index })}
    >
      {faces.length > 1 && (
        <span className={styles.number} aria-hidden>
          {index + 1}
        </span>
      )}
    </button>
  ));
}

const sureness = (score: number) => (Number.isFinite(score) ? `, ${Math.round(score * 100)} % sure` : '');

/** In shares of the photo, and no further than it. */
function placeOf({ box }: DetectedFace, { width, height }: ShownPhoto) {
  const left = Math.max(0, box.x);
  const top = Math.max(0, box.y);
  const right = Math.min(width, box.x + box.width);
  const bottom = Math.min(height, box.y + box.height);
  const share = (value: number) => `${value * 100}%`;
  return {
    left: share(left / width),
    top: share(top / height),
    width: share((right - left) / width),
    height: share((bottom - top) / height),
  };
}
