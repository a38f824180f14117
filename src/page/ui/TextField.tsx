import { type ComponentProps, useId } from 'react';
import styles from './TextField.module.css';

interface Props extends Omit<ComponentProps<'input'>, 'id' | 'list' | 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Offered while typing; anything else may be typed too. */
  readonly suggestions?: readonly string[];
  /** Why the text was not taken. */
  readonly problem?: string | null | undefined;
  /** The label is spoken only. */
  readonly hideLabel?: boolean;
}

/** A line of text under its label. */
export function TextField({ label, value, onChange, suggestions, problem, hideLabel = false, ...rest }: Props) {
  const id = useId();
  const list = useId();
  const wrong = problem !== undefined && problem !== null;
  const problemId = `${id}-problem`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(wrong ? { 'aria-invalid': true, 'aria-describedby': problemId } : {})}
        {...(suggestions === undefined ? {} : { list })}
      />
      {wrong && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {suggestions !== undefined && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}
