import { type FormEvent, useState } from 'react';
import { addFiles } from '../../../flows/gallery/addFiles';
import { galleryStore } from '../../../state/gallery/gallery';
import { notify } from '../../../state/notices';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Segments } from '../../../ui/Segments';
import { TextField } from '../../../ui/TextField';
import { ChoosePhotos } from './ChoosePhotos';
import styles from './Gallery.module.css';
import { groupsOf } from './groupsOf';

const crops = [
  { value: 'face', label: 'Largest face' },
  { value: 'none', label: 'Whole photo' },
] as const;

/** Adds a person by name from one or more photos; photos of a name that is there go to that person. */
export function AddPeople() {
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <section className={styles.add} aria-label="Add a person">
      <ChoosePhotos files={files} onChange={setFiles} />
      {files.length > 0 && <NameThem files={files} onEnd={() => setFiles([])} />}
    </section>
  );
}

interface NameProps {
  readonly files: readonly File[];
  readonly onEnd: () => void;
}

function NameThem({ files, onEnd }: NameProps) {
  const people = useStore(galleryStore, (state) => state.people);
  const [name, setName] = useState('');
  const [group, setGroup] = useState('');
  const [crop, setCrop] = useState<'face' | 'none'>('face');
  const [work, setWork] = useState<AbortController | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const controller = new AbortController();
    setWork(controller);
    const person = { name: name.trim(), photos: files, group: group.trim() || null, crop };
    const added = await addFiles(controller.signal, person);
    setWork(null);
    if (added === null) return;
    const photos = added.added === 1 ? '1 photo' : `${added.added} photos`;
    notify({ severity: 'info', message: `Added ${photos} of ${person.name}.` });
    onEnd();
  };
  const cancel = () => {
    work?.abort();
    onEnd();
  };
  return (
    <form className={styles.form} aria-label="Name the person" onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={80} required autoFocus />
      <TextField
        label="Group (optional)"
        value={group}
        onChange={setGroup}
        maxLength={80}
        suggestions={groupsOf(people)}
      />
      <div className={styles.formEnd}>
        <Segments label="Part of each photo" value={crop} options={crops} onChange={setCrop} />
        <span className={styles.spring} />
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={work !== null || name.trim() === ''}>
          {work === null ? 'Add' : 'Adding'}
        </Button>
      </div>
    </form>
  );
}
