import type { ReactNode } from 'react';
import { intervalNotes } from '../../../../shared/people/figures';
import { joinClasses } from '../../../ui/joinClasses';
import scroller from '../../../ui/Scroller.module.css';
import styles from './Figures.module.css';

interface Props {
  readonly caption: string;
  /** The caption is spoken only: the section's heading says the same. */
  readonly hideCaption?: boolean;
  /** Leading columns that hold words. */
  readonly names?: number;
  readonly heads: readonly ReactNode[];
  /** Rows of the body. */
  readonly children: ReactNode;
  /** Network, layer, method, target, mask, scale. */
  readonly source: string;
  /** The figures in it, of which some may have a star, or no interval. */
  readonly figures?: unknown;
}

/** A table of figures under its caption, with what it was made from below. */
export function DataTable({ caption, hideCaption = false, names = 1, heads, children, source, figures }: Props) {
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and a keyboard has to reach it */}
      <section className={joinClasses(styles.scroller, scroller.shaded)} aria-label={`${caption}: table`} tabIndex={0}>
        <table className={styles.table} data-names={names > 2 ? 'many' : undefined}>
          <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                <th key={i} scope="col" className={i < names ? styles.name : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      {intervalNotes(figures).map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <p className={styles.note}>{source}</p>
    </div>
  );
}
