import { Slider } from '@base-ui/react/slider';
import styles from './SliderField.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: Intl.NumberFormatOptions;
  readonly onChange: (value: number) => void;
}

/** A labelled number to be set by feel, with its value beside it. */
export function SliderField({ label, value, min, max, step, format, onChange }: Props) {
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
      onValueChange={(next: number) => onChange(next)}
    >
      <Slider.Label className={styles.label}>{label}</Slider.Label>
      <Slider.Control className={styles.control}>
        <Slider.Track className={styles.track}>
          <Slider.Indicator className={styles.indicator} />
          <Slider.Thumb className={styles.thumb} />
        </Slider.Track>
      </Slider.Control>
      <Slider.Value className={styles.value} />
    </Slider.Root>
  );
}
