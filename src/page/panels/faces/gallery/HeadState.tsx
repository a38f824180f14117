import { isOutdated, recogniseAgain } from '../../../flows/gallery/recogniseAgain';
import { facesStore } from '../../../state/faces';
import { galleryStore } from '../../../state/gallery/gallery';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ProgressBar } from '../../../ui/ProgressBar';
import styles from './Gallery.module.css';

/** Whether the network has learned the gallery as it is, and how far it is with it. */
export function HeadState() {
  const stage = useStore(facesStore, (state) => state.stage);
  const crop = useStore(facesStore, (state) => state.crop);
  const nobody = useStore(galleryStore, ({ people }) => people.length === 0);
  // Both say when the answer may have become another one.
  useStore(galleryStore, ({ people }) => people);
  useStore(facesStore, ({ head }) => head);
  if (nobody) return null;
  if (stage !== null) {
    return (
      <div className={styles.stage} aria-live="polite">
        <p className={styles.note}>{stage.words}</p>
        <ProgressBar label={stage.words} fraction={stage.fraction} text={stage.words} />
      </div>
    );
  }
  if (crop === null) return <p className={styles.note}>The classifier is trained when the first face is recognised.</p>;
  if (!isOutdated()) return <p className={styles.note}>The classifier is trained on the gallery as it is.</p>;
  return (
    <div className={styles.outdated}>
      <p className={styles.note}>The gallery has changed: the classifier is trained again when you close this.</p>
      <Button onClick={() => void recogniseAgain()}>Train now</Button>
    </div>
  );
}
