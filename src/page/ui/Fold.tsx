import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Fold.module.css';
import { joinClasses } from './joinClasses';

interface Props {
  readonly title: ReactNode;
  /** Whether it is open to begin with. */
  readonly open?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Something that is opened where it stands, within a section; what it holds is in the document all the time. */
export const Fold = ({ title, open = false, className, children }: Props) => (
  <details className={joinClasses(styles.fold, className)} open={open}>
    <summary className={styles.summary}>
      <ChevronRight aria-hidden />
      {title}
    </summary>
    <div className={styles.body}>{children}</div>
  </details>
);
