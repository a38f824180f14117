import type { ReactNode } from 'react';
import styles from './Figures.module.css';

interface Props {
  readonly caption: string;
  readonly heads: readonly ReactNode[];
  /** Rows of the body. */
  readonly children: ReactNode;
  /** Network, layer, method, target, mask, scale. */
  readonly source: string;
}

/** A table of figures under its caption, with what it was made from below. */
export function DataTable({ caption, heads, children, source }: Props) {
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen, and a keyboard has to reach it */}
      <section className={styles.scroller} aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                <th key={i} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      <p className={styles.note}>{source}</p>
    </div>
  );
}
