import { callWorker } from './remote';

/** The plain `tf.grad` tape in a worker of its own. */
export const openTape = () => callWorker(new Worker(new URL('./tape.worker.ts', import.meta.url), { type: 'module' }));
