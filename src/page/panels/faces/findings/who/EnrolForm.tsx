import { type FormEvent, useState } from 'react';
import { toSentError } from '../../../../../shared/errors';
import type { SentError } from '../../../../../shared/protocol';
import { enrolFace } from '../../../../flows/gallery/enrolFace';
import { galleryStore } from '../../../../state/gallery/gallery';
import { useStore } from '../../../../state/useStore';
import { Button } from '../../../../ui/Button';
import { Problem } from '../../../../ui/Problem';
import { TextField } from '../../../../ui/TextField';
import { groupsOf } from '../../gallery/groupsOf';
import styles from './Who.module.css';

interface Props {
  readonly onEnd: () => void;
}

/** Names the face that is shown and puts it into the gallery. */
export function EnrolForm({ onEnd }: Props) {
  const people = useStore(galleryStore, (state) => state.people);
  const [name, setName] = useState('');
  const [group, setGroup] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SentError | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await enrolFace(name.trim(), group.trim() || null);
      onEnd();
    } catch (error) {
      setProblem(toSentError(error));
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} aria-label="Add this face to the gallery" onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={80} required autoFocus />
      <TextField
        label="Group (optional)"
        value={group}
        onChange={setGroup}
        maxLength={80}
        suggestions={groupsOf(people)}
      />
      {problem !== null && (
        <div className={styles.formProblem}>
          <Problem message={problem.message} remedy={problem.remedy} />
        </div>
      )}
      <div className={styles.formEnd}>
        <Button onClick={onEnd}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy || name.trim() === ''}>
          {busy ? 'Adding' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
