import { NumberField as Field } from '@base-ui/react/number-field';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './NumberField.module.css';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** The label is spoken only; something beside the field shows it. */
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
}

/** Arrow keys change the number at once; the page hears of it when they have rested for this long. */
const restMilliseconds = 500;

/** A number with its unit. It is taken on Enter, on leaving the field, or when the arrow keys rest. */
export function NumberField({ label, value, onCommit, unit, min, max, step = 1, hideLabel = false, hint }: Props) {
  const id = useId();
  const hintId = useId();
  const { draft, setDraft, settle } = useDraft(value, onCommit);
  const enter = (event: KeyboardEvent) => event.key === 'Enter' && settle(draft, 0);
  return (
    <Field.Root
      id={id}
      className={styles.row}
      value={draft}
      onValueChange={setDraft}
      onValueCommitted={(next) => settle(next, restMilliseconds)}
      locale="en"
      format={{ maximumFractionDigits: 4, useGrouping: false }}
      step={step}
      smallStep={step / 10}
      largeStep={step * 10}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
    >
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label} title={hint}>
        {label}
      </label>
      <span className={styles.box}>
        <Field.Input
          className={styles.input}
          onKeyDown={enter}
          aria-describedby={hint === undefined ? undefined : hintId}
        />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </span>
      {hint !== undefined && (
        <span id={hintId} className="visually-hidden">
          {hint}
        </span>
      )}
    </Field.Root>
  );
}

/** What is being typed, apart from what holds; it follows the value when that changes elsewhere. */
function useDraft(value: number, onCommit: (value: number) => void) {
  const [draft, setDraft] = useState<number | null>(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (next: number | null, delay: number) => {
    clearTimeout(timer.current);
    if (next === null) setDraft(value);
    else if (next !== value) timer.current = setTimeout(() => onCommit(next), delay);
  };
  return { draft, setDraft, settle };
}
