import { useState } from 'react';
import { toSentError } from '../../../../shared/errors';
import type { SentError } from '../../../../shared/protocol';
import { changeNetwork } from '../../../flows/networks/changeNetwork';
import { longestName } from '../../../intake/networkFiles';
import type { NetworkEntry } from '../../../state/networks';
import { Button } from '../../../ui/Button';
import { describePreprocessing } from '../../../ui/describePreprocessing';
import { Problem } from '../../../ui/Problem';
import { TextField } from '../../../ui/TextField';
import styles from './Preprocessing.module.css';
import { PreprocessingFields } from './PreprocessingFields';

interface Props {
  readonly entry: NetworkEntry;
  readonly onClose: () => void;
}

/** Name and preprocessing of a network of the user's own, to be put right without its files being chosen again. */
export function ChangeForm({ entry, onClose }: Props) {
  const { spec } = entry;
  const [name, setName] = useState(spec.name);
  const [preprocessing, setPreprocessing] = useState(spec.preprocessing);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SentError | null>(null);
  const nameless = name.trim() === '' || name.trim().length > longestName;
  const apply = async () => {
    if (nameless) return;
    setBusy(true);
    setFailure(null);
    try {
      const change = { name: name.trim(), preprocessing };
      await changeNetwork(new AbortController().signal, spec.id, change);
      onClose();
    } catch (error) {
      setFailure(toSentError(error));
      setBusy(false);
    }
  };
  return (
    <form
      // The fields keep their own ranges; the browser would refuse whatever lies between two of their steps.
      noValidate
      className={styles.form}
      aria-label="Change the network"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = event.currentTarget.querySelector<HTMLInputElement>('input:invalid');
        if (wrong === null) void apply();
        else wrong.focus();
      }}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        problem={nameless ? `A name has 1 to ${longestName} characters.` : null}
      />
      <PreprocessingFields value={preprocessing} onChange={setPreprocessing} />
      <p>{describePreprocessing(preprocessing)}</p>
      {failure !== null && <Problem message={failure.message} remedy={failure.remedy} />}
      <div className={styles.buttons}>
        <Button onClick={onClose} disabled={busy}>
          Cancel
        </Button>
        <Button type="submit" look="primary" disabled={busy || nameless}>
          {busy ? 'Building it anew' : 'Apply'}
        </Button>
      </div>
    </form>
  );
}
