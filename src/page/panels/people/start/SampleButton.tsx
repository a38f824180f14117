import { useEffect, useState } from 'react';
import { addSamples } from '../../../flows/people/addSamples';
import { notifyError } from '../../../state/notices';
import { peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { ProgressBar } from '../../../ui/ProgressBar';
import styles from './EmptyPeople.module.css';

/** Begins with the faces of the sample photos. */
export function SampleButton() {
  const collecting = useStore(peopleViewStore, (view) => view.collecting);
  const [stage, setStage] = useState<{ readonly words: string; readonly fraction: number | null } | null>(null);
  const [work, setWork] = useState<AbortController | null>(null);
  useEffect(() => () => work?.abort(), [work]);
  const begin = () => {
    const controller = new AbortController();
    setWork(controller);
    addSamples(controller.signal, (words, fraction) => setStage({ words, fraction: fraction ?? null }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) notifyError(error);
      })
      .finally(() => {
        setWork(null);
        setStage(null);
      });
  };
  return (
    <div className={styles.sample}>
      {collecting ? (
        <p role="status">Reading the folders</p>
      ) : (
        <Button look="quiet" disabled={work !== null} onClick={begin}>
          {work === null ? 'Try it with the sample photos' : (stage?.words ?? 'Reading the sample photos')}
        </Button>
      )}
      {work !== null && stage !== null && (
        <div className={styles.progress}>
          <ProgressBar label="Sample photos" fraction={stage.fraction} text={stage.words} />
        </div>
      )}
    </div>
  );
}
