/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { openPair, type Pair } from './pair';
import { runBench } from './runBench';
import { timeKernels } from './timeKernels';

declare global {
  interface Window {
    /** Set by the driver once it has opened it. */
    pair: Pair;
    openPair: typeof openPair;
    runBench: typeof runBench;
    timeKernels: typeof timeKernels;
  }
}

window.openPair = openPair;
window.runBench = runBench;
window.timeKernels = timeKernels;
