import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Problem.module.css';

interface Props {
  /** What happened. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** A button that does it. */
  readonly children?: ReactNode;
}

/** An error in its place: cause and remedy; the rest of the screen stays as it is. */
export function Problem({ message, remedy, children }: Props) {
  return (
    <div role="alert" className={styles.problem}>
      <TriangleAlert className={styles.icon} aria-hidden />
      <div>
        <p className={styles.message}>{message}</p>
        {remedy !== undefined && <p className={styles.remedy}>{remedy}</p>}
        {children !== undefined && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}
