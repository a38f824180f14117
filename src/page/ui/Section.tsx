import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  readonly title: string;
  /** What stands at the other end of the heading's line. */
  readonly aside?: ReactNode;
  /** Absent: the section cannot be folded. */
  readonly folds?: 'open' | 'closed';
  readonly children: ReactNode;
}

/** A part of a column under its heading; one that folds is built only when it is opened. */
export function Section({ title, aside, folds, children }: Props) {
  if (folds === undefined) {
    return (
      <section className={styles.section} aria-label={title}>
        <div className={styles.line}>
          <h2 className={styles.title}>{title}</h2>
          {aside}
        </div>
        <div className={styles.body}>{children}</div>
      </section>
    );
  }
  return (
    <Collapsible.Root defaultOpen={folds === 'open'} className={styles.section} render={<section aria-label={title} />}>
      <div className={styles.line}>
        <h2 className={styles.title}>
          <Collapsible.Trigger className={styles.trigger}>
            <ChevronRight aria-hidden />
            {title}
          </Collapsible.Trigger>
        </h2>
        {aside}
      </div>
      <Collapsible.Panel className={styles.body}>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
