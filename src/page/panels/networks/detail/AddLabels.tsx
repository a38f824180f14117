import { useRef } from 'react';
import { addLabels } from '../../../flows/networks/addLabels';
import { notifyError } from '../../../state/notices';
import { Button } from '../../../ui/Button';
import styles from './Detail.module.css';

/** Names for the classes of a network of the user's own, from a file. */
export function AddLabels({ network, named }: { readonly network: string; readonly named: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) =>
    file !== undefined && void addLabels(new AbortController().signal, network, file).catch(notifyError);
  return (
    <>
      <Button look="quiet" className={styles.labels} onClick={() => input.current?.click()}>
        {named ? 'Other names' : 'Add names'}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".npy,.json,.txt"
        aria-label="File of class names"
        hidden
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
