import { UserPlus } from 'lucide-react';
import { peopleViewStore } from '../../../state/peopleView';
import { Button } from '../../../ui/Button';
import type { PersonRow } from './personRows';
import { useEnrolled } from './useEnrolled';

interface Props {
  readonly row: Pick<PersonRow, 'person' | 'group' | 'photos'>;
  /** In a row: whether Tab reaches it. Absent: it stands for itself, with its words. */
  readonly tabbable?: boolean;
}

/**
 * The way from a person of the study into the gallery; nothing for those whom it knows, or of whom no face was found.
 */
export function EnrolButton({ row: { person, group, photos }, tabbable }: Props) {
  const enrolled = useEnrolled(person);
  if (enrolled || photos.length === 0) return null;
  // Nobody said whose photo it is: a file's name is no person's.
  const name = photos.some(({ file }) => file === person) ? null : person;
  const ask = () => peopleViewStore.setState({ enrolling: { person: name, group, ids: photos.map(({ id }) => id) } });
  if (tabbable === undefined)
    return (
      <Button icon={<UserPlus aria-hidden />} onClick={ask}>
        Add {name ?? 'this person'} to the gallery
      </Button>
    );
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      aria-label={`Add ${person} to the gallery`}
      title="Add to the gallery"
      onClick={ask}
    >
      <UserPlus aria-hidden />
    </button>
  );
}
