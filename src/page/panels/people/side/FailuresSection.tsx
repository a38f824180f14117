import { RotateCcw } from 'lucide-react';
import { tryAgain } from '../../../flows/people/tryAgain';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Section';
import styles from './Side.module.css';

/** Photos that could not be measured, each with its reason. */
export function FailuresSection() {
  const failures = useStore(studyStore, (state) => state.failures);
  const missing = useStore(studyStore, (state) => state.missing);
  const working = useStore(studyStore, (state) => state.work !== null);
  return (
    <>
      {failures.size > 0 && (
        <Section title={`Failed: ${failures.size}`} folds="open">
          <ul className={styles.failures} aria-label="Photos that could not be measured">
            {[...failures.values()].map(({ id, file, message, remedy }) => (
              <li key={id} className={styles.failure}>
                <p className={styles.failed} title={file}>
                  {file}
                </p>
                <p>{message}</p>
                <p className={styles.note}>{remedy}</p>
              </li>
            ))}
          </ul>
          <Button icon={<RotateCcw aria-hidden />} disabled={working} onClick={() => void tryAgain()}>
            Try again
          </Button>
        </Section>
      )}
      {missing.length > 0 && (
        <Section title={`Missing: ${missing.length}`} folds="open">
          <p className={styles.note}>
            These photos were not kept on this device before they were measured. Add them again, and the study goes on.
          </p>
          <ul className={styles.list}>
            {missing.map(({ id, file }) => (
              <li key={id}>{file}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
