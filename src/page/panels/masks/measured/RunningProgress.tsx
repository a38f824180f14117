import { formatCount, formatDuration } from '../../../ui/format';
import { ProgressBar } from '../../../ui/ProgressBar';
import table from '../Table.module.css';
import { timeLeft } from './timeLeft';

interface Props {
  readonly label: string;
  /** When the measurement began, by `performance.now`: this line may be mounted long after. */
  readonly begun: number;
  /** 0..1; null where nobody knows. */
  readonly fraction: number | null;
  /** What the fraction counts. */
  readonly parts?: { readonly count: number; readonly name: string };
}

/** How far a measurement is, and about how long the rest takes. */
export function RunningProgress({ label, begun, fraction, parts }: Props) {
  const percent = fraction === null ? 'running' : `${Math.floor(fraction * 100)} %`;
  const done = fraction === null || parts === undefined ? percent : doneWords(fraction, parts);
  const left = fraction === null ? null : timeLeft(fraction, performance.now() - begun);
  return (
    <>
      <div className={table.grow}>
        <ProgressBar label={label} fraction={fraction} text={percent} />
      </div>
      {fraction !== null && (
        <span className={table.note}>
          {done}
          {left !== null && `, about ${formatDuration(left)} left`}
        </span>
      )}
    </>
  );
}

/** '37 of 12,544 patches'. */
const doneWords = (fraction: number, { count, name }: { readonly count: number; readonly name: string }) =>
  `${formatCount(Math.floor(fraction * count))} of ${formatCount(count)} ${name}`;
