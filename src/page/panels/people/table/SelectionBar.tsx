import { type FormEvent, useMemo, useState } from 'react';
import type { StudyPhoto } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';
import { assign } from '../../../flows/people/assign';
import { notifyError } from '../../../state/notices';
import { peopleViewStore, type Said } from '../../../state/peopleView';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';
import { Button } from '../../../ui/Button';
import { formatCount } from '../../../ui/format';
import { TextField } from '../../../ui/TextField';
import { useMediaQuery } from '../../../ui/useMediaQuery';
import { usePacedStore } from '../../../ui/usePacedStore';
import { LabelHistory } from '../side/LabelHistory';
import { measuredOf, redrawPause } from '../side/redrawPause';
import { EnrolButton } from './EnrolButton';
import { onePerson } from './onePerson';
import styles from './Table.module.css';

const none: ReadonlySet<string> = new Set();
const select = (selected: ReadonlySet<string>) => peopleViewStore.setState({ selected });

/** What can be said of the photos that are selected: their group and whose they are. */
export function SelectionBar({ photos }: { readonly photos: readonly StudyPhoto[] }) {
  const selected = useStore(peopleViewStore, (view) => view.selected);
  // A wider screen has them beside the list.
  const narrow = useMediaQuery('(max-width: 1199px)');
  const ids = useMemo(() => photos.filter(({ id }) => selected.has(id)).map(({ id }) => id), [photos, selected]);
  if (ids.length === 0) return null;
  const give = (said: Said) => void assign(new Map(ids.map((id) => [id, said]))).catch(notifyError);
  return (
    <section className={styles.selection} aria-label="Selected photos">
      <p role="status">{ids.length === 1 ? '1 photo selected' : `${formatCount(ids.length)} photos selected`}</p>
      <Give what="group" taken={photos.map(({ group }) => group)} onGive={(group) => give({ group })} />
      <Give what="person" taken={photos.map(({ person }) => person)} onGive={(person) => give({ person })} />
      <EnrolSelected ids={ids} photos={photos} />
      {narrow && <LabelHistory />}
      <Button look="quiet" onClick={() => select(none)}>
        Select none
      </Button>
    </section>
  );
}

/** Where all the selected photos are of one person: the way into the gallery, which a phone's rows have no room for. */
function EnrolSelected({ ids, photos }: { readonly ids: readonly string[]; readonly photos: readonly StudyPhoto[] }) {
  const measured = usePacedStore(studyStore, measuredOf, redrawPause(photos));
  const row = useMemo(() => onePerson(ids, measured), [ids, measured]);
  return row === null ? null : <EnrolButton row={row} />;
}

interface GiveProps {
  readonly what: 'group' | 'person';
  /** Names that are in use, to be offered. */
  readonly taken: readonly (string | null)[];
  readonly onGive: (name: string | null) => void;
}

function Give({ what, taken, onGive }: GiveProps) {
  const [name, setName] = useState('');
  const names = useMemo(() => [...new Set(taken.filter((one) => one !== null))].sort(compareGroupNames), [taken]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onGive(name.trim() === '' ? null : name.trim());
    setName('');
  };
  return (
    <form className={styles.give} onSubmit={submit}>
      <TextField
        label={what === 'group' ? 'Group of the selected photos' : 'Person on the selected photos'}
        hideLabel
        placeholder={what === 'group' ? 'Group' : 'Person'}
        maxLength={80}
        value={name}
        onChange={setName}
        suggestions={names}
      />
      <Button type="submit">{name.trim() === '' ? `No ${what}` : `Set ${what}`}</Button>
    </form>
  );
}
