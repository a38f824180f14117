import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import styles from './NumberField.module.css';
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
 * A number with its unit. It is taken on Enter, on leaving the field, or when the arrow keys rest. What the field does
 * not take changes nothing, and a line says why. Alone, the field then shows again the number that holds; in a form
 * what was typed stays and is invalid, so that the form cannot be sent as if it had been taken.
 */
export function NumberField(props: Props) {
  const { label, value, onCommit, unit, min, max, step = 1, whole = false, hideLabel = false, hint } = props;
  const id = useId();
  const problemId = `${id}-problem`;
  const input = useRef<HTMLInputElement>(null);
  const { text, problem, type, settle, nudge } = useNumberDraft({ value, onCommit, range: { min, max, whole } });
  const leave = () => settle(input.current?.form !== null);
  const inForm = problem !== null && input.current?.form !== null;
  useEffect(() => input.current?.setCustomValidity(inForm ? (problem ?? '') : ''), [inForm, problem]);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const small = whole ? step : step / 10;
    if (up !== undefined) nudge(up * (event.shiftKey ? step * 10 : event.altKey ? small : step));
    const refused = event.key === 'Enter' && !leave();
    if (up !== undefined || refused) event.preventDefault();
  };
  const described = [props.describedBy, problem === null ? undefined : problemId].filter(Boolean).join(' ');
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label} title={hint}>
        {label}
      </label>
      <span className={styles.box} data-wrong={inForm}>
        <input
          ref={input}
          id={id}
          type="text"
          inputMode={whole && (min ?? -1) >= 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          className={styles.input}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onBlur={leave}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          {...(inForm ? { 'aria-invalid': true } : {})}
        />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </span>
      <span id={problemId} role="status" className={problem === null ? 'visually-hidden' : styles.range}>
        {problem}
      </span>
    </div>
  );
}
