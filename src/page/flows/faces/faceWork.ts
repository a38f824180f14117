import { SupersededError } from '../shownPage';

/**
 * What runs on the Faces bench hangs on three signals: the photo's, under it the recognition's, and under that the
 * explanation's. A newer photo ends all of them, another network the last two, another method or layer only the last.
 */
let photoWork = new AbortController();
let recognitionWork = new AbortController();
let explanationWork = new AbortController();

/** Ends all work on the photo before; the new photo's work takes the new signal. */
export function supersedePhoto(): AbortSignal {
  photoWork.abort(new SupersededError());
  photoWork = new AbortController();
  supersedeRecognition();
  return photoWork.signal;
}

/** Ends the recognition before, and what explains it; a photo that is being read goes on. */
export function supersedeRecognition(): AbortSignal {
  recognitionWork.abort(new SupersededError());
  recognitionWork = new AbortController();
  supersedeExplanation();
  return AbortSignal.any([photoWork.signal, recognitionWork.signal]);
}

/** Ends the work on the explanation before; it ends with the photo and the recognition, too. */
export function supersedeExplanation(): AbortSignal {
  explanationWork.abort(new SupersededError());
  explanationWork = new AbortController();
  return explanationSignal();
}

export const photoSignal = (): AbortSignal => photoWork.signal;

/** The signal of the explanation that is shown: what belongs to it ends with it. */
export const explanationSignal = (): AbortSignal =>
  AbortSignal.any([photoWork.signal, recognitionWork.signal, explanationWork.signal]);
