import { FoveaError } from '../../shared/errors';

/** The worker that was to answer is gone: the call has to be made again in another one. */
export class WorkerLostError extends FoveaError {
  override readonly name = 'WorkerLostError';

  /** @param closed it was ended on purpose, as when the user chooses another device: the work is not to blame */
  constructor(
    readonly reason: string,
    readonly closed: boolean,
  ) {
    super(`A worker was lost: ${reason}.`, 'The work goes on in a new worker; nothing has to be done.');
  }
}
