import { FoveaError } from '../../shared/errors';

/** Everything that runs for what the user looks at hangs on one signal, which the next selection aborts. */
let controller = new AbortController();

/** The reason with which superseded work is aborted: nobody has to be told. */
export class SupersededError extends FoveaError {
  override readonly name = 'SupersededError';
  constructor() {
    super('Something newer was selected.', 'Nothing has to be done.');
  }
}

/** Cancels what runs for the older selection; the newer one's work takes the new signal. */
export function supersede(): AbortSignal {
  controller.abort(new SupersededError());
  controller = new AbortController();
  return controller.signal;
}

/** The signal of the selection that is shown. */
export function shownSignal(): AbortSignal {
  return controller.signal;
}
