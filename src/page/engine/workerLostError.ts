import { FoveaError } from '../../shared/errors';

/** The worker that was to answer is gone: the call has to be made again in another one. */
export class WorkerLostError extends FoveaError {
  override readonly name = 'WorkerLostError';
  constructor(readonly reason: string) {
    super(`A worker was lost: ${reason}.`, 'The work goes on in a new worker; nothing has to be done.');
  }
}
