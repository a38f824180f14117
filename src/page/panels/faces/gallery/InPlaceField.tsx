import { type KeyboardEvent, useEffect, useState } from 'react';
import { notifyError } from '../../../state/notices';
import { TextField } from '../../../ui/TextField';
import styles from './Gallery.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** May throw: then the field shows the value as it was. */
  readonly onCommit: (value: string) => void;
}

/** Text that is changed where it stands: taken on Enter or on leaving, given up with Escape. */
export function InPlaceField({ label, value, placeholder, suggestions, onCommit }: Props) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft.trim() === value) return setDraft(value);
    try {
      onCommit(draft);
    } catch (error) {
      setDraft(value);
      notifyError(error);
    }
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || draft === value) return;
    // The sheet stays open: only the change is given up.
    event.stopPropagation();
    setDraft(value);
  };
  return (
    <div className={styles.inPlace}>
      <TextField
        label={label}
        hideLabel
        value={draft}
        onChange={setDraft}
        onBlur={commit}
        onKeyDown={keys}
        maxLength={80}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(suggestions === undefined ? {} : { suggestions })}
      />
    </div>
  );
}
