import type { ReactNode } from 'react';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import styles from './Figures.module.css';

/**
 * Sections of what was compared. While groups are compared anew these are of the groups before, unlike the maps: it
 * says so.
 */
export function Compared({ children }: { readonly children: ReactNode }) {
  const comparing = useStore(studyStore, (state) => state.comparing);
  return (
    <div className={styles.compared}>
      {comparing && (
        <p role="status" className={styles.anew}>
          {comparedAnew}
        </p>
      )}
      <div aria-busy={comparing}>{children}</div>
    </div>
  );
}

export const comparedAnew = 'Comparing the groups. The tables are still of the groups before.';
