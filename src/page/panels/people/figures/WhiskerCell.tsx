import { onAxis, type Whisker, type WhiskerAxis, whiskerMarks } from '../../../paint/people/whiskers';
import styles from './Figures.module.css';

interface Props {
  readonly value: Whisker;
  readonly axis: WhiskerAxis;
}

/** A dot with its interval on the axis of its column; the numbers stand beside it. */
export function WhiskerCell({ value, axis }: Props) {
  const { mean, from, to, zero } = whiskerMarks(value, axis);
  return (
    <svg className={styles.whisker} aria-hidden>
      <line className={styles.zero} x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="100%" />
      {from !== null && to !== null && <line className={styles.span} x1={`${from}%`} x2={`${to}%`} y1="50%" y2="50%" />}
      {mean !== null && <circle className={styles.dot} cx={`${mean}%`} cy="50%" r="4" />}
    </svg>
  );
}

/** A tick of shares in percentage points, with a true minus. */
export const formatPoints = (tick: number): string => String(Math.round(tick * 1000) / 10).replace('-', '−');

/** The numbers of a column's axis, in its head. */
export function AxisTicks({ axis, format }: { readonly axis: WhiskerAxis; readonly format: (tick: number) => string }) {
  return (
    <>
      <span className="visually-hidden">Chart</span>
      <span className={styles.axis} aria-hidden>
        {axis.ticks.map((tick) => (
          <span key={tick} style={{ left: `${onAxis(tick, axis) * 100}%` }}>
            {format(tick)}
          </span>
        ))}
      </span>
    </>
  );
}
