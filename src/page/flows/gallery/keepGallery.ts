import { storedGallery } from '../../engine/gallery/storedGallery';
import { galleryStore } from '../../state/gallery/gallery';
import { notifyError } from '../../state/notices';

/** Milliseconds after the last change. */
const delay = 250;

let stop: (() => void) | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let saving: Promise<void> = Promise.resolve();
/** A device that keeps nothing is told of once, not at every change. */
let told = false;

/** From now on keeps every change of the gallery on this device, shortly after it. */
export function keepGallery(): void {
  if (stop !== null) return;
  const unsubscribe = galleryStore.subscribe(({ people }, before) => {
    if (people === before.people) return;
    clearTimeout(timer);
    timer = setTimeout(() => void saveGallery(), delay);
  });
  // Who closes the page right after a change does not lose it.
  const leave = () => {
    if (document.visibilityState === 'hidden' && timer !== undefined) void saveGallery();
  };
  globalThis.document?.addEventListener('visibilitychange', leave);
  stop = () => {
    unsubscribe();
    globalThis.document?.removeEventListener('visibilitychange', leave);
  };
}

/** Keeps the gallery as it is now. Never rejects: what goes wrong is told once. */
export function saveGallery(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  saving = saving
    .then(() => storedGallery.save(galleryStore.getState().people))
    .then(() => {
      told = false;
    })
    .catch((error: unknown) => {
      if (!told) notifyError(error);
      told = true;
    });
  return saving;
}

/** Stops keeping changes and lets a running save end, so that what is deleted then stays deleted. */
export async function stopKeepingGallery(): Promise<void> {
  stop?.();
  stop = null;
  clearTimeout(timer);
  timer = undefined;
  await saving;
}
