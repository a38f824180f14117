import type { Score } from '../../../../../shared/explain';
import type { AgeFacts } from './ageFacts';
import styles from './Who.module.css';

interface Props {
  readonly scores: readonly Score[];
  readonly facts: AgeFacts;
}

const height = 32;

/** The probability of each year as thin bars, the 80 % in the middle darker; the sentence beside it says the same. */
export function AgeSpark({ scores, facts }: Props) {
  const most = scores.reduce((largest, { probability }) => Math.max(largest, probability), 0);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${scores.length} ${height}`} preserveAspectRatio="none" aria-hidden>
      {scores.map(({ index, label, probability }) => {
        const year = Number.parseFloat(label);
        const tall = most > 0 ? (probability / most) * height : 0;
        const inside = year >= facts.low && year <= facts.high;
        return <rect key={index} x={index} y={height - tall} width={0.8} height={tall} data-inside={inside} />;
      })}
    </svg>
  );
}
