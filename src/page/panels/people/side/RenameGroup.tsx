import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { textOf } from '../../../flows/people/addPhotos';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/TextField';
import styles from './Side.module.css';

interface Props {
  readonly group: string;
  /** Of all groups: with one of these a group becomes one with that. */
  readonly names: readonly string[];
  /** The name as it is kept. */
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for another name of a group, in its line. */
export function RenameGroup({ group, names, onName, onCancel }: Props) {
  const [name, setName] = useState(group);
  const wanted = textOf(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== null) onName(wanted);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The sheet around it stays open.
    event.stopPropagation();
    onCancel();
  };
  return (
    <li className={styles.group}>
      <form className={styles.rename} onSubmit={submit}>
        <TextField
          label={`Name of the group ${group}`}
          hideLabel
          autoFocus
          maxLength={80}
          value={name}
          onChange={setName}
          onKeyDown={keys}
        />
        <Button type="submit" disabled={wanted === null}>
          {wanted !== null && wanted !== group && names.includes(wanted) ? 'Join' : 'Rename'}
        </Button>
      </form>
    </li>
  );
}
