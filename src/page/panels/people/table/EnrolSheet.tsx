import { type FormEvent, useRef, useState } from 'react';
import { galleryLimits } from '../../../../shared/gallery';
import { count } from '../../../../shared/people/figures';
import { enrolPerson } from '../../../flows/people/enrolPerson';
import { notify, notifyError } from '../../../state/notices';
import { type Enrolling, peopleViewStore } from '../../../state/peopleView';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { Segments } from '../../../ui/Segments';
import { Sheet } from '../../../ui/Sheet';
import { TextField } from '../../../ui/TextField';
import styles from './Table.module.css';

/** Who has been added is not offered again: the button that was pressed is gone. */
const toRow = () => document.querySelector<HTMLElement>('[role="grid"] tr[tabindex="0"]') ?? true;

/** Asks under which name, and by how many photos, a person of the study goes into the gallery. */
export function EnrolSheet() {
  const enrolling = useStore(peopleViewStore, (view) => view.enrolling);
  const added = useRef(false);
  const close = (isAdded: boolean) => {
    added.current = isAdded;
    peopleViewStore.setState({ enrolling: null });
  };
  return (
    <Sheet
      title="Add to the gallery"
      open={enrolling !== null}
      onClose={() => close(false)}
      finalFocus={() => (added.current ? toRow() : true)}
    >
      {enrolling !== null && <Enrol enrolling={enrolling} onClose={close} />}
    </Sheet>
  );
}

interface Props {
  readonly enrolling: Enrolling;
  readonly onClose: (isAdded: boolean) => void;
}

function Enrol({ enrolling, onClose }: Props) {
  const { person, group, ids } = enrolling;
  const most = Math.min(ids.length, galleryLimits.photos);
  const [name, setName] = useState(person ?? '');
  const [photos, setPhotos] = useState<'one' | 'all'>('one');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      tell(name.trim(), await enrolPerson({ name: name.trim(), group, ids, photos: photos === 'all' ? most : 1 }));
      // It may have been closed meanwhile, and opened for somebody else.
      if (peopleViewStore.getState().enrolling === enrolling) onClose(true);
    } catch (error) {
      notifyError(error);
      setBusy(false);
    }
  };
  return (
    <form className={styles.enrol} onSubmit={submit}>
      <TextField label="Name" value={name} onChange={setName} maxLength={galleryLimits.text} required />
      {most > 1 && (
        <Segments
          label="Photos that the gallery gets"
          value={photos}
          options={[
            { value: 'one', label: 'The first photo' },
            { value: 'all', label: allTitle(ids.length, most) },
          ]}
          onChange={setPhotos}
        />
      )}
      <p className={styles.hint}>
        A photo in the gallery has the right name by definition, and counts in no recognition rate: leave some of a
        person out. The figures stay until photos are measured again, and then all are: by this gallery.
      </p>
      <div className={styles.enrolEnd}>
        <Button onClick={() => onClose(false)}>Cancel</Button>
        <Button type="submit" look="primary" disabled={busy || name.trim() === ''}>
          Add
        </Button>
      </div>
    </form>
  );
}

const allTitle = (photos: number, most: number) =>
  photos > most ? `The first ${most} photos` : photos === 2 ? 'Both photos' : `All ${photos} photos`;

function tell(name: string, added: number): void {
  notify({
    severity: 'info',
    message: `${name} is in the gallery, by ${count(added, 'photo')} of this study.`,
    remedy: 'The figures are still those of the gallery before: measure again when you like.',
  });
}
