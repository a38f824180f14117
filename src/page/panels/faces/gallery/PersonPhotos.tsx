import { Popover } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import type { GalleryPerson } from '../../../../shared/gallery';
import { removePhoto } from '../../../flows/gallery/removePhoto';
import { removeWithUndo } from '../../../flows/gallery/removeWithUndo';
import { IconButton } from '../../../ui/IconButton';
import popup from '../../../ui/Popup.module.css';
import styles from './PersonPhotos.module.css';
import { Thumbnail } from './Thumbnail';

/** How many photos somebody has; opened, the photos, each with a way out. */
export function PersonPhotos({ person: { name, photos } }: { readonly person: GalleryPerson }) {
  const count = `${photos.length} ${photos.length === 1 ? 'photo' : 'photos'}`;
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.count} aria-label={`${count} of ${name}`}>
        {count}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popup.positioner} sideOffset={4} align="start">
          <Popover.Popup className={styles.photos}>
            <Popover.Title className={styles.title}>Photos of {name}</Popover.Title>
            <ul className={styles.list}>
              {photos.map((photo, i) => (
                <li key={photo.id} className={styles.photo}>
                  <Thumbnail photo={photo} />
                  <IconButton
                    label={`Remove photo ${i + 1} of ${name}`}
                    icon={<X aria-hidden />}
                    onClick={() => removeWithUndo(() => removePhoto(photo.id))}
                  />
                </li>
              ))}
            </ul>
            {photos.length === 1 && <p className={styles.note}>Without this photo, {name} leaves the gallery.</p>}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
