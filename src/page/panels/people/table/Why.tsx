import styles from './Table.module.css';

interface Props {
  readonly text: string;
  /** Columns whose place it takes. */
  readonly span: number;
}

/** Why there are no figures in a row, in their place. */
export const Why = ({ text, span }: Props) => (
  <td colSpan={span} className={styles.why}>
    <span title={text}>{text}</span>
  </td>
);
