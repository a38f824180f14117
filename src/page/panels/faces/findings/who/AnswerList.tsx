import { chooseTargetKind } from '../../../../flows/faces/changeExplanation';
import type { TargetChoice } from '../../../../state/explanation';
import { formatDecimal } from '../../../../ui/formatDecimal';
import { formatPercent } from '../../../../ui/formatPercent';
import styles from './AnswerList.module.css';
import { targetKey } from './targetKey';
import { useExplained } from './useExplained';

export interface AnswerRow {
  readonly target: Exclude<TargetChoice, { kind: 'top' }>;
  readonly label: string;
  readonly probability: number;
  readonly logit: number;
}

interface Props {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  /** Greyed: listed, but not the answer. */
  readonly muted?: boolean;
}

/** Classes or people with probability and logit; a click on one makes it what the map explains. */
export function AnswerList({ title, rows, muted = false }: Props) {
  const explained = useExplained();
  return (
    <div className={styles.list} data-muted={muted}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <span aria-hidden>probability</span>
        <span aria-hidden>logit</span>
      </div>
      <ul>
        {rows.map((row) => (
          <Row key={targetKey(row.target)} row={row} explained={explained === targetKey(row.target)} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row, explained }: { readonly row: AnswerRow; readonly explained: boolean }) {
  const { target, label, probability, logit } = row;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-pressed={explained}
        title={explained ? undefined : `Explain “${label}”`}
        onClick={() => chooseTargetKind(target)}
      >
        <span className={styles.name}>
          <span className={styles.label}>{label}</span>
          {explained && <span className={styles.mark}>explained</span>}
        </span>
        <span className={styles.bar} aria-hidden>
          <span style={{ scale: `${probability} 1` }} />
        </span>
        <span className={styles.number}>
          <span className="visually-hidden">probability </span>
          {formatPercent(probability)}
        </span>
        <span className={styles.number}>
          <span className="visually-hidden">logit </span>
          {formatDecimal(logit)}
        </span>
      </button>
    </li>
  );
}
