import { FileUp, FolderUp } from 'lucide-react';
import { useRef } from 'react';
import { takeChosen } from '../../../flows/networks/takeNetwork';
import { addingNetworkStore } from '../../../state/addingNetwork';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Section } from '../../../ui/Section';
import { AddingProblems } from './AddingProblems';
import { AddingProgress } from './AddingProgress';
import { addSectionId } from './addSectionId';
import styles from './List.module.css';

/** Every way to bring a network: dropped, chosen as files or as a folder; how far it is, and what is wrong with it. */
export function AddNetwork() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const adding = useStore(addingNetworkStore, (state) => state.adding);
  return (
    <>
      <div className={styles.add}>
        <Section id={addSectionId} title="Add your own">
          <AddingProblems />
          {adding !== null && <AddingProgress adding={adding} />}
          <div className={styles.zone}>
            <p>
              {adding === null
                ? 'Drop its files anywhere on this page, or choose them.'
                : 'Another one may be dropped or chosen: it waits its turn.'}
            </p>
            <div className={styles.buttons}>
              <Button icon={<FileUp aria-hidden />} onClick={() => files.current?.click()}>
                Choose files
              </Button>
              <Button icon={<FolderUp aria-hidden />} onClick={() => folder.current?.click()}>
                Choose a folder
              </Button>
            </div>
          </div>
          <FileInput ref={files} label="Files of the network" />
          <FileInput ref={folder} label="Folder of the network" folder />
        </Section>
      </div>
      <div className={styles.read}>
        <p className={styles.help}>
          Keras (.h5, .keras) and TensorFlow.js (model.json with its shards, or one zip of them), with a file of labels
          if there is one. They stay on this device. What the network expects of its pixels is guessed, shown and
          tested; you can put it right afterwards.
        </p>
        <p className={styles.help}>
          VGG16 of VGGFace, as in the report: <code>npm run network -- vggface-vgg16</code>
        </p>
      </div>
    </>
  );
}

interface InputProps {
  readonly ref: React.Ref<HTMLInputElement>;
  readonly label: string;
  readonly folder?: boolean;
}

function FileInput({ ref, label, folder = false }: InputProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      {...(folder ? { webkitdirectory: '' } : { accept: '.json,.bin,.h5,.hdf5,.keras,.zip,.npy,.txt' })}
      aria-label={label}
      hidden
      onChange={(event) => {
        const chosen = [...(event.target.files ?? [])];
        if (chosen.length > 0) void takeChosen(chosen);
        event.target.value = '';
      }}
    />
  );
}
