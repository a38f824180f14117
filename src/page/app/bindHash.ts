import { showAddress } from '../flows/showAddress';
import { SupersededError } from '../flows/shownPage';
import { type BenchName, benches, benchStore } from '../state/bench';
import { notifyError } from '../state/notices';
import { selectionStore } from '../state/selection';
import { readHash, writeHash } from '../state/selectionHash';
import { throttle } from './throttle';

/** Milliseconds between two writes: some browsers refuse more than a hundred in half a minute. */
const writeEvery = 400;

/**
 * Keeps URL hash and tab title in step with the selection, and follows the hash. Another bench is a page of its own for
 * the browser's Back; all else changes the address in its place. The page's start has read it once.
 */
export function bindHash(): void {
  const mirror = throttle(writeEvery, mirrorSelection);
  known = location.hash;
  mirror();
  entitle();
  selectionStore.subscribe(mirror);
  selectionStore.subscribe(entitle);
  benchStore.subscribe(entitle);
  benchStore.subscribe(({ bench }, before) => {
    if (bench === before.bench) return;
    opening = true;
    // The flow that opens a bench selects its network right after: the new entry tells both, and the old one keeps its
    // own.
    queueMicrotask(() => {
      opening = false;
      rememberBench(bench);
      mirror();
    });
  });
  window.addEventListener('hashchange', follow);
}

/**
 * The address that the page has written or followed last. While `location.hash` is another one, the user has gone back
 * or forward and the event that tells so is on its way: writing then would overwrite where they went.
 */
let known = '';

/** While another bench opens, the address still belongs to the one before. */
let opening = false;

/** Opens an entry in the history, unless it is the address that has led to this bench. */
function rememberBench(bench: BenchName): void {
  if ((readHash(location.hash).bench ?? 'filters') === bench) return;
  write(() => history.pushState(history.state, '', currentHash()));
}

const currentHash = () => writeHash(selectionStore.getState(), benchStore.getState().bench);

function entitle(): void {
  const { layer } = selectionStore.getState();
  const { bench } = benchStore.getState();
  const subject = bench === 'filters' ? layer : benches.find(({ name }) => name === bench)?.title;
  document.title = subject === null || subject === undefined ? 'Fovea' : `${subject} · Fovea`;
}

function mirrorSelection(): void {
  if (opening || location.hash !== known) return;
  const hash = currentHash();
  if (hash === location.hash) return;
  write(() => history.replaceState(history.state, '', hash));
}

function write(change: () => void): void {
  try {
    change();
    known = location.hash;
  } catch (error) {
    // The page works without; the next selection is written again.
    console.warn('Fovea: the address could not be brought up to date.', error);
  }
}

/** Shows what an edited or pasted hash asks for. */
function follow(): void {
  known = location.hash;
  if (currentHash() === location.hash) return;
  showAddress(location.hash).catch((error: unknown) => {
    if (!(error instanceof SupersededError)) notifyError(error);
  });
}
