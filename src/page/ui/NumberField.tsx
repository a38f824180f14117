import { NumberField as Field } from '@base-ui/react/number-field';
import { type FocusEvent, type KeyboardEvent, useId } from 'react';
import styles from './NumberField.module.css';
import { rangeWords, settleNumber } from './settleNumber';
import { useNumberDraft } from './useNumberDraft';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** Takes whole numbers only. */
  readonly whole?: boolean | undefined;
  /** The label is spoken only; something beside the field shows it. */
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  /** Id of the element that explains the number. */
  readonly describedBy?: string | undefined;
}

/**
 * A number with its unit. It is taken on Enter, on leaving the field, or when the arrow keys rest. What the field does not
 * take changes nothing: the number that holds is shown again, and a line says what the field takes.
 */
export function NumberField(props: Props) {
  const {
    label,
    value,
    onCommit,
    unit,
    min,
    max,
    step = 1,
    whole = false,
    hideLabel = false,
    hint,
    describedBy,
  } = props;
  const id = useId();
  const { draft, corrected, type, settle, refuse } = useNumberDraft({ value, onCommit, range: { min, max, whole } });
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // The field swallows letters: that is told, too.
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !/[\d.,+\-−\s]/.test(event.key)) refuse();
    if (event.key !== 'Enter') return;
    const taken = draft === null || settleNumber(draft, { min, max, whole }) === draft;
    // While it has the focus the field keeps its text: only leaving it shows again what holds.
    if (taken) settle(draft, false);
    else event.currentTarget.blur();
  };
  const leave = (event: FocusEvent<HTMLInputElement>) => !isNumber(event.currentTarget.value) && refuse();
  return (
    <Field.Root
      id={id}
      className={styles.row}
      value={draft}
      onValueChange={type}
      onValueCommitted={(next, { reason }) => settle(next, reason === 'keyboard' || reason === 'wheel')}
      allowOutOfRange
      locale="en"
      format={{ maximumFractionDigits: 4, useGrouping: false }}
      step={step}
      smallStep={whole ? step : step / 10}
      largeStep={step * 10}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
    >
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label} title={hint}>
        {label}
      </label>
      <span className={styles.box}>
        <Field.Input className={styles.input} onKeyDown={press} onBlur={leave} aria-describedby={describedBy} />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </span>
      <span role="status" className={corrected ? styles.range : 'visually-hidden'}>
        {corrected &&
          `Takes ${rangeWords({ min, max, whole }) || 'numbers'}: ${String(value).replace('-', '−')} was kept`}
      </span>
    </Field.Root>
  );
}

/** Whether the field can read it; the minus may be a typographic one. */
const isNumber = (text: string) => text.trim() === '' || Number.isFinite(Number(text.trim().replace('−', '-')));
