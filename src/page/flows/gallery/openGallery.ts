import { storedGallery } from '../../engine/gallery/storedGallery';
import { editGallery, galleryStore } from '../../state/gallery/gallery';
import { mergeGalleries } from '../../state/gallery/galleryEdits';
import { notify, notifyError } from '../../state/notices';
import { keepGallery } from './keepGallery';

let opened: Promise<boolean> | null = null;

/**
 * Shows the people that are kept on this device, once, and keeps every change from now on. Resolves to whether there
 * never was a gallery here, so that the bundled one is wanted. Never rejects: where nothing can be kept, the gallery
 * lives as long as the page, and a notice says so.
 */
export function openGallery(): Promise<boolean> {
  opened ??= open();
  return opened;
}

async function open(): Promise<boolean> {
  let first = true;
  try {
    const kept = await storedGallery.load();
    first = kept === null;
    // Who was added while this was being read comes after.
    editGallery((added) => mergeGalleries(kept?.people ?? [], added));
    if (kept !== null && kept.damaged > 0) tellDamage(kept.damaged);
  } catch (error) {
    notifyError(error);
  }
  galleryStore.setState({ ready: true });
  keepGallery();
  return first;
}

function tellDamage(damaged: number): void {
  notify({
    severity: 'warning',
    message: `${damaged} ${damaged === 1 ? 'entry' : 'entries'} of the gallery could not be read and ${damaged === 1 ? 'is' : 'are'} left out.`,
    remedy: 'Add the photos again, or import a gallery that you exported.',
  });
}
