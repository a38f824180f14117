import { Progress } from '@base-ui/react/progress';
import styles from './ProgressBar.module.css';

interface Props {
  readonly label: string;
  /** 0..1; null while unknown. */
  readonly fraction: number | null;
  /** How far it is, in words. */
  readonly text: string;
}

/** A thin bar; its label and words are spoken, the caller shows them where they fit. */
export function ProgressBar({ label, fraction, text }: Props) {
  return (
    <Progress.Root
      aria-label={label}
      value={fraction === null ? null : Math.round(fraction * 1000) / 10}
      getAriaValueText={() => text}
    >
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.indicator} />
      </Progress.Track>
    </Progress.Root>
  );
}
