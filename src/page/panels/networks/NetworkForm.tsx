import { useEffect, useRef, useState } from 'react';
import { toSentError } from '../../../shared/errors';
import type { SentError } from '../../../shared/protocol';
import { addNetworkFiles } from '../../flows/addNetworkFiles';
import { guessPreprocessing } from '../../intake/guessPreprocessing';
import { nameOfFiles } from '../../intake/networkFiles';
import { readModelName } from '../../intake/readModelName';
import { showSheet } from '../../state/view';
import { Button } from '../../ui/Button';
import { Problem } from '../../ui/Problem';
import { TextField } from '../../ui/TextField';
import styles from './Networks.module.css';
import { PreprocessingFields } from './PreprocessingFields';

interface Props {
  readonly files: readonly File[];
  readonly onClose: () => void;
}

/** Name and preprocessing of a network whose files were chosen: guessed, to be put right, and then it is loaded. */
export function NetworkForm({ files, onClose }: Props) {
  const guess = useGuess(files);
  const [name, setName] = useState<string | null>(null);
  const [preprocessing, setPreprocessing] = useState<typeof guess.preprocessing | null>(null);
  const { busy, failure, add, cancel } = useAdding(onClose);
  const wish = { name: name ?? guess.name, preprocessing: preprocessing ?? guess.preprocessing };
  return (
    <form
      // The fields keep their own ranges; the browser would refuse whatever lies between two of their steps.
      noValidate
      className={styles.form}
      aria-label="The new network"
      onSubmit={(event) => {
        event.preventDefault();
        void add(files, wish);
      }}
    >
      <TextField label="Name" value={wish.name} onChange={setName} />
      <PreprocessingFields value={wish.preprocessing} onChange={setPreprocessing} />
      {failure !== null && <Problem message={failure.message} remedy={failure.remedy} />}
      <div className={styles.actions}>
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? 'Reading the files' : 'Add the network'}
        </Button>
      </div>
    </form>
  );
}

/** From the names of the files at once, and from the model's own name a moment later. */
function useGuess(files: readonly File[]) {
  const [name, setName] = useState(() => nameOfFiles(files));
  useEffect(() => {
    const controller = new AbortController();
    readModelName(controller.signal, files).then(
      (read) => read !== null && setName(read),
      // The loader will say what is wrong with the file.
      () => {},
    );
    return () => controller.abort();
  }, [files]);
  return { name, preprocessing: guessPreprocessing(name) };
}

function useAdding(onClose: () => void) {
  const running = useRef<AbortController | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SentError | null>(null);
  const add = async (...[files, wish]: [readonly File[], Parameters<typeof addNetworkFiles>[2]]) => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setFailure(null);
    try {
      await addNetworkFiles(controller.signal, files, wish);
      onClose();
      showSheet(null);
    } catch (error) {
      if (!controller.signal.aborted) setFailure(toSentError(error));
    } finally {
      setBusy(false);
    }
  };
  const cancel = () => {
    running.current?.abort();
    onClose();
  };
  return { busy, failure, add, cancel };
}
