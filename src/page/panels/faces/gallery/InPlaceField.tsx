import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { toSentError } from '../../../../shared/errors';
import { TextField } from '../../../ui/TextField';
import styles from './Gallery.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** May throw: then the field keeps what was typed, and says why it was not taken. */
  readonly onCommit: (value: string) => void;
}

/** Text that is changed where it stands: taken on Enter or on leaving, given up with Escape. */
export function InPlaceField({ label, value, placeholder, suggestions, onCommit }: Props) {
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const show = useCallback((text: string) => {
    setDraft(text);
    setProblem(null);
  }, []);
  useEffect(() => show(value), [value, show]);
  const commit = () => {
    if (draft.trim() === value) return show(value);
    try {
      onCommit(draft);
    } catch (error) {
      const { message, remedy } = toSentError(error);
      setProblem(`${message} ${remedy} Esc gives back “${value}”.`);
    }
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === value) return;
    // The sheet stays open: only the change is given up.
    event.stopPropagation();
    show(value);
  };
  return (
    <div className={styles.inPlace}>
      <TextField
        label={label}
        hideLabel
        value={draft}
        problem={problem}
        onChange={show}
        onBlur={commit}
        onKeyDown={keys}
        maxLength={80}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(suggestions === undefined ? {} : { suggestions })}
      />
    </div>
  );
}
