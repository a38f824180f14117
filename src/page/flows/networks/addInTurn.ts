import { toSentError } from '../../../shared/errors';
import { type AddingNetwork, addingNetworkStore, type WaitingNetwork } from '../../state/addingNetwork';
import { benchStore } from '../../state/bench';
import { notify, notifyError } from '../../state/notices';
import { addNetworkFiles } from '../addNetworkFiles';
import type { RegisterNetworkOptions } from '../registerNetwork';
import { giveNames } from './giveNames';

export type Tell = (progress: Pick<AddingNetwork, 'stage' | 'loadedBytes' | 'totalBytes'>) => void;

export interface Brought {
  readonly files: readonly File[];
  readonly options: RegisterNetworkOptions;
}

export interface AddingJob {
  /** Of the files, for a person. */
  readonly name: string;
  readonly bring: (signal: AbortSignal, tell: Tell) => Promise<Brought>;
  /** Does all of it once more. */
  readonly again: () => void;
}

let last: Promise<void> = Promise.resolve();

/**
 * Adds a network once those before it are here: two at a time would only share the disk, and neither takes the other's
 * place. Never rejects: what is wrong is told on the bench.
 */
export function addInTurn(job: AddingJob): Promise<void> {
  const { adding, waiting } = addingNetworkStore.getState();
  // Somebody begins anew; what failed in this very row is still to be read.
  if (adding === null && waiting.length === 0) addingNetworkStore.setState({ problems: [] });
  const controller = new AbortController();
  const { signal } = controller;
  const waits: WaitingNetwork = {
    name: job.name,
    cancel: () => {
      controller.abort(new DOMException('Cancelled', 'AbortError'));
      leaveRow(waits);
    },
  };
  addingNetworkStore.setState({ waiting: [...waiting, waits] });
  last = last.then(async () => {
    leaveRow(waits);
    if (!signal.aborted) await add(signal, waits, job);
  });
  return last;
}

function leaveRow(one: WaitingNetwork): void {
  addingNetworkStore.setState(({ waiting }) => ({ waiting: waiting.filter((other) => other !== one) }));
}

async function add(signal: AbortSignal, { name, cancel }: WaitingNetwork, { bring, again }: AddingJob): Promise<void> {
  const adding: AddingNetwork = { name, stage: 'reading', loadedBytes: 0, totalBytes: 0, cancel };
  const tell: Tell = (progress) => {
    if (!signal.aborted) addingNetworkStore.setState({ adding: { ...adding, ...progress } });
  };
  addingNetworkStore.setState({ adding, names: null });
  try {
    const { files, options } = await bring(signal, tell);
    const id = await addNetworkFiles(signal, files, options, tell);
    await nameClasses(signal, id);
  } catch (error) {
    if (!signal.aborted) {
      const { message, remedy } = toSentError(error);
      addingNetworkStore.setState(({ problems }) => ({ problems: [...problems, { name, message, remedy, again }] }));
      // Whoever has gone to another bench meanwhile does not see it there.
      if (benchStore.getState().bench !== 'networks') notifyError(error);
    }
    tellUnused(name);
  } finally {
    addingNetworkStore.setState({ adding: null, names: null });
  }
}

/** Names that came while the network was read are its own; those that do not fit are told of, and it stays. */
async function nameClasses(signal: AbortSignal, id: string): Promise<void> {
  // More may come while it is built anew with those before.
  for (;;) {
    const { names } = addingNetworkStore.getState();
    if (names === null) return;
    addingNetworkStore.setState({ names: null });
    await giveNames(signal, id, names).catch((error) => signal.aborted || notifyError(error));
  }
}

function tellUnused(network: string): void {
  const { names } = addingNetworkStore.getState();
  if (names === null) return;
  notify({
    severity: 'warning',
    message: `The names in ${names.file} were meant for ${network}, which was not added.`,
    remedy: 'Drop them again with the network, or once it is in view.',
  });
}
