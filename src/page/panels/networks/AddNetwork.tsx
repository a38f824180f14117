import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { newNetworkStore, setNewNetwork } from '../../state/newNetwork';
import { useStore } from '../../state/useStore';
import { Button } from '../../ui/Button';
import { NetworkForm } from './NetworkForm';
import styles from './Networks.module.css';

/** Brings a network from the user's own files: first the files, then what it expects. */
export function AddNetwork() {
  const input = useRef<HTMLInputElement>(null);
  const files = useStore(newNetworkStore, (state) => state.files);
  return (
    <section className={styles.add} aria-label="Add your own">
      <h3 className={styles.name}>Add your own</h3>
      <p className={styles.help}>
        A TensorFlow.js layers model: choose its model.json together with all its weight files. They stay on this
        device, and the network is here until the page is closed or loaded anew.
      </p>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.bin"
        aria-label="Files of the network"
        hidden
        onChange={(event) => {
          setNewNetwork([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {files.length === 0 ? (
        <Button icon={<FolderOpen aria-hidden />} onClick={() => input.current?.click()}>
          Choose files
        </Button>
      ) : (
        <NetworkForm key={files.map(({ name }) => name).join('/')} files={files} onClose={() => setNewNetwork([])} />
      )}
    </section>
  );
}
