import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Section.module.css';

interface Props {
  /** Where a link leads: the section then takes the focus. */
  readonly id?: string;
  readonly title: string;
  /** What stands at the other end of the heading's line. */
  readonly aside?: ReactNode;
  /** Absent: the section cannot be folded. */
  readonly folds?: 'open' | 'closed';
  /** Whoever hears of it says by `folds` whether it is open; without it the section remembers by itself. */
  readonly onFold?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a column under its heading; one that folds is built only when it is opened. */
export function Section({ id, title, aside, folds, onFold, children }: Props) {
  const target = id === undefined ? {} : { id, tabIndex: -1 };
  if (folds === undefined) {
    return (
      <section {...target} className={styles.section} aria-label={title}>
        <div className={styles.line}>
          <h2 className={styles.title}>{title}</h2>
          {aside}
        </div>
        <div className={styles.body}>{children}</div>
      </section>
    );
  }
  return (
    <Collapsible.Root
      {...(onFold === undefined ? { defaultOpen: folds === 'open' } : { open: folds === 'open', onOpenChange: onFold })}
      className={styles.section}
      render={<section {...target} aria-label={title} />}
    >
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
