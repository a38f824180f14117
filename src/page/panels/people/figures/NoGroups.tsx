import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from './Figures.module.css';

/** Nothing to compare: no photo that is measured is in a group. */
export function NoGroups() {
  return (
    <p className={styles.empty}>
      No photo is in a group yet. Select photos in the list and name their group, or open a table of groups: Fovea
      guesses none.
    </p>
  );
}

/** The groups are being compared, or will be once photos are measured. */
export function Comparing() {
  const comparing = useStore(studyStore, (state) => state.comparing);
  return (
    <p role="status" className={styles.empty}>
      {comparing ? 'Comparing the groups' : 'The groups are compared once the photos are measured.'}
    </p>
  );
}
