import { abortable } from '../../engine/abortable';
import { editGallery } from '../../state/gallery/gallery';
import { mergeGalleries } from '../../state/gallery/galleryEdits';
import { bundledPeople } from './bundledPeople';
import { galleryLife } from './galleryLife';
import { openGallery } from './openGallery';
import type { OnStage } from './trainHead';

/** The enrolment of the bundled people, which runs once, whoever waits for it. */
let enrolment: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;
/** By the one who waits: the same function may be given twice. */
const listeners = new Map<symbol, OnStage>();

/**
 * The gallery as it is kept on this device; at the first start ever, with the bundled people in it.
 * @throws FoveaError when these cannot be enrolled; the signal's reason when aborted, while the enrolment goes on
 */
export async function readyGallery(signal: AbortSignal, onStage: OnStage = () => {}): Promise<void> {
  const first = await openGallery();
  signal.throwIfAborted();
  if (!first) return;
  enrolment ??= enrolBundled();
  const me = Symbol();
  listeners.set(me, onStage);
  try {
    await abortable(signal, enrolment.done);
  } finally {
    listeners.delete(me);
  }
}

/** Whoever decides about the gallery at once does not want the bundled people any more. */
export async function skipBundledPeople(): Promise<void> {
  if (!(await openGallery())) return;
  enrolment?.controller.abort();
  enrolment = { controller: new AbortController(), done: Promise.resolve() };
}

function enrolBundled() {
  const controller = new AbortController();
  const signal = AbortSignal.any([controller.signal, galleryLife()]);
  const tell: OnStage = (words, fraction) => {
    for (const listener of listeners.values()) listener(words, fraction);
  };
  const done = bundledPeople(signal, tell)
    .then((people) => {
      signal.throwIfAborted();
      editGallery((added) => mergeGalleries(added, people));
    })
    .catch((error: unknown) => {
      if (signal.aborted) return;
      // The next one who asks tries again.
      enrolment = null;
      throw error;
    });
  done.catch(() => {});
  return { controller, done };
}
