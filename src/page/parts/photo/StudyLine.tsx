import { ArrowLeft } from 'lucide-react';
import { openBench } from '../../flows/openBench';
import { facesStore } from '../../state/faces';
import { studyStore } from '../../state/study';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import styles from './StudyLine.module.css';

/** The way back to the study that the photo was opened from, to the very row; none to another study. */
export function StudyLine() {
  const id = useStore(facesStore, ({ photo }) => photo?.ofStudy ?? null);
  const kept = useStore(studyStore, ({ photos }) => id !== null && photos.some((photo) => photo.id === id));
  if (!kept) return null;
  return (
    <div className={styles.line}>
      <Button look="quiet" icon={<ArrowLeft aria-hidden />} onClick={() => openBench('people')}>
        Back to the study
      </Button>
    </div>
  );
}
