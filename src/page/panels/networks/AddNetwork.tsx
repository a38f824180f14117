import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { addNetworkFiles } from '../../flows/addNetworkFiles';
import { showSheet } from '../../state/view';
import { Button } from '../../ui/Button';
import { Problem } from '../../ui/Problem';
import styles from './Networks.module.css';

interface Failure {
  readonly message: string;
  readonly remedy: string | undefined;
}

/** Brings a network from the user's own files. */
export function AddNetwork() {
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (files: File[]) => {
    if (files.length === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      await addNetworkFiles(files);
      showSheet(null);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.add} aria-label="Add your own">
      <h3 className={styles.name}>Add your own</h3>
      <p className={styles.help}>
        A TensorFlow.js layers model: choose its model.json together with all its weight files. They stay on this
        device, and the network is here until this tab closes.
      </p>
      {failure !== null && <Problem message={failure.message} remedy={failure.remedy} />}
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.bin"
        aria-label="Files of the network"
        hidden
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon={<FolderOpen aria-hidden />} disabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading the files' : 'Choose files'}
      </Button>
    </section>
  );
}

function toFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Error && 'remedy' in error ? String(error.remedy) : undefined;
  return { message, remedy };
}
