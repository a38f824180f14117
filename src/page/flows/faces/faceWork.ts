import { SupersededError } from '../shownPage';

/**
 * What runs on the Faces bench hangs on two signals: the photo's, and under it the explanation's. A newer photo ends
 * both, another method or layer only the second.
 */
let photoWork = new AbortController();
let explanationWork = new AbortController();

/** Ends all work on the photo before; the new photo's work takes the new signal. */
export function supersedePhoto(): AbortSignal {
  photoWork.abort(new SupersededError());
  photoWork = new AbortController();
  supersedeExplanation();
  return photoWork.signal;
}

/** Ends the work on the explanation before; it ends with the photo, too. */
export function supersedeExplanation(): AbortSignal {
  explanationWork.abort(new SupersededError());
  explanationWork = new AbortController();
  return explanationSignal();
}

export const photoSignal = (): AbortSignal => photoWork.signal;

/** The signal of the explanation that is shown: what belongs to it ends with it. */
export const explanationSignal = (): AbortSignal => AbortSignal.any([photoWork.signal, explanationWork.signal]);
