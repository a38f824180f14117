import styles from './Preprocessing.module.css';

interface Props {
  readonly counts: readonly number[];
  readonly range: readonly [number, number];
}

const height = 24;

/** A histogram as thin bars, with a line at 0 where 0 lies in it; the numbers beside it say the rest. */
export function Histogram({ counts, range: [low, high] }: Props) {
  const most = Math.max(1, ...counts);
  const zero = low < 0 && high > 0 ? (-low / (high - low)) * counts.length : null;
  return (
    <svg className={styles.histogram} viewBox={`0 0 ${counts.length} ${height}`} preserveAspectRatio="none" aria-hidden>
      {counts.map((count, bin) => {
        const tall = (count / most) * height;
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the bin
        return <rect key={bin} x={bin} y={height - tall} width={0.8} height={tall} />;
      })}
      {zero !== null && <line x1={zero} x2={zero} y1={0} y2={height} vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}
