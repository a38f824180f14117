import { trainWithMasks } from '../../../flows/people/trainWithMasks';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Section';
import styles from '../figures/Figures.module.css';
import { TrainingTables } from './TrainingTables';
import { WhoIsTrained } from './WhoIsTrained';

/** What training on masked copies of the photos, and balancing the groups, does to the identity head. */
export function TrainingPane() {
  const training = useStore(studyStore, (state) => state.training);
  const busy = useStore(studyStore, ({ work }) => work !== null);
  return (
    <>
      <Section title="Does it help to train on masks?">
        <p className={styles.text}>
          The identity head is trained on the photos as they are, and with masked copies beside them; and, where groups
          are of unlike size, on as many persons of each group, and on as few persons whatever their group. Each photo
          is then shown, whole and with parts hidden, to heads that were trained without it; or, where nobody has a
          second photo, changed copies of the very photos are, which flatters.
        </p>
        <WhoIsTrained />
        <div className={styles.row}>
          <Button disabled={busy} onClick={() => void trainWithMasks()}>
            {training === null ? 'Train and compare' : 'Train again'}
          </Button>
        </div>
      </Section>
      {training !== null && <TrainingTables training={training} />}
    </>
  );
}
