import { Slider } from '@base-ui/react/slider';
import styles from './SliderField.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: Intl.NumberFormatOptions;
  /** `held`: by a pointer that is still down. */
  readonly onChange: (value: number, held: boolean) => void;
  /** The pointer was lifted. */
  readonly onRelease?: () => void;
  /** The value in words, where a format does not do. */
  readonly words?: (value: number) => string;
}

const byPointer = (reason: string) => reason === 'drag' || reason === 'track-press';

/** A labelled number to be set by feel, with its value beside it. */
export function SliderField({ label, value, min, max, step, format, onChange, onRelease, words }: Props) {
  return (
    <Slider.Root
      className={styles.row}
      value={value}
      min={min}
      max={max}
      step={step}
      largeStep={step * 4}
      locale="en"
      format={format}
      onValueChange={(next: number, { reason }) => onChange(next, byPointer(reason))}
      onValueCommitted={(_, { reason }) => byPointer(reason) && onRelease?.()}
    >
      <Slider.Label className={styles.label}>{label}</Slider.Label>
      <Slider.Control className={styles.control}>
        <Slider.Track className={styles.track}>
          <Slider.Indicator className={styles.indicator} />
          <Slider.Thumb
            className={styles.thumb}
            {...(words === undefined ? {} : { getAriaValueText: (_: string, now: number) => words(now) })}
          />
        </Slider.Track>
      </Slider.Control>
      <Slider.Value className={styles.value}>{words === undefined ? undefined : () => words(value)}</Slider.Value>
    </Slider.Root>
  );
}
