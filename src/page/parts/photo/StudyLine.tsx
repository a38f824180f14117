import { ArrowLeft } from 'lucide-react';
import { openBench } from '../../flows/openBench';
import { facesStore } from '../../state/faces';
import { studyStore } from '../../state/study';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import styles from './StudyLine.module.css';

/** The way back to the study that the photo was opened from, to the very row. */
export function StudyLine() {
  const ofStudy = useStore(facesStore, ({ photo }) => photo?.ofStudy === true);
  const kept = useStore(studyStore, ({ settings }) => settings !== null);
  if (!ofStudy || !kept) return null;
  return (
    <div className={styles.line}>
      <Button look="quiet" icon={<ArrowLeft aria-hidden />} onClick={() => openBench('people')}>
        Back to the study
      </Button>
    </div>
  );
}
