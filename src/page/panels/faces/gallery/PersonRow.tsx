import { Trash2 } from 'lucide-react';
import type { GalleryPerson } from '../../../../shared/gallery';
import { removePerson } from '../../../flows/gallery/removePerson';
import { removeWithUndo } from '../../../flows/gallery/removeWithUndo';
import { renamePerson } from '../../../flows/gallery/renamePerson';
import { setGroup } from '../../../flows/gallery/setGroup';
import { IconButton } from '../../../ui/IconButton';
import styles from './Gallery.module.css';
import { InPlaceField } from './InPlaceField';
import { PersonPhotos } from './PersonPhotos';
import { Thumbnail } from './Thumbnail';

interface Props {
  readonly person: GalleryPerson;
  readonly groups: readonly string[];
}

/** One person: a photo, the name and the group to change in place, and the way out. */
export function PersonRow({ person, groups }: Props) {
  const { id, name, group, photos, bundled } = person;
  const [first] = photos;
  return (
    <div className={styles.row}>
      {first !== undefined && <Thumbnail photo={first} />}
      <div className={styles.who}>
        <InPlaceField label={`Name of ${name}`} value={name} onCommit={(next) => renamePerson(id, next)} />
        <span className={styles.facts}>
          <PersonPhotos person={person} />
          {bundled && <span className={styles.bundled}>bundled</span>}
        </span>
      </div>
      <InPlaceField
        label={`Group of ${name}`}
        value={group ?? ''}
        placeholder="No group"
        suggestions={groups}
        onCommit={(next) => setGroup(id, next || null)}
      />
      <IconButton
        label={`Remove ${name}`}
        icon={<Trash2 aria-hidden />}
        onClick={() => removeWithUndo(() => removePerson(id))}
      />
    </div>
  );
}
