import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from './Table.module.css';
import { Thumbnail } from './Thumbnail';

/** The small face of a measured photo. */
export function FaceOf({ id }: { readonly id: string }) {
  const blob = useStore(studyStore, ({ thumbnails }) => thumbnails.get(id));
  if (blob === undefined) return <span className={styles.noFace} />;
  return <Thumbnail blob={blob} className={styles.thumbnail} />;
}
