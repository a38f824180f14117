import { type FormEvent, useState } from 'react';
import { enrolFace } from '../../../../flows/gallery/enrolFace';
import { notifyError } from '../../../../state/notices';
import { Button } from '../../../../ui/Button';
import { TextField } from '../../../../ui/TextField';
import styles from './Who.module.css';

interface Props {
  /** Groups that are in use, to choose from. */
  readonly groups: readonly string[];
  readonly onEnd: () => void;
}

/** Names the face that is shown and puts it into the gallery. */
export function EnrolForm({ groups, onEnd }: Props) {
  const [name, setName] = useState('');
  const [group, setGroup] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await enrolFace(name.trim(), group.trim() || null);
      onEnd();
    } catch (error) {
      notifyError(error);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} aria-label="Add this face to the gallery" onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={80} required autoFocus />
      <TextField label="Group (optional)" value={group} onChange={setGroup} maxLength={80} suggestions={groups} />
      <div className={styles.formEnd}>
        <Button onClick={onEnd}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy || name.trim() === ''}>
          {busy ? 'Adding' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
