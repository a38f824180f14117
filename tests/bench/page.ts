/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { openPair, type Pair } from './pair';
import { runRecognition } from './recognition/runRecognition';
import { runBench } from './runBench';
import { timeKernels } from './timeKernels';

declare global {
  interface Window {
    /** Set by the driver once it has opened it. */
    pair: Pair;
    openPair: typeof openPair;
    runRecognition: typeof runRecognition;
    runBench: typeof runBench;
    /** Set by the driver: hears how far a long measurement is. */
    tellShare: (share: number) => void;
    timeKernels: typeof timeKernels;
  }
}

window.openPair = openPair;
window.runRecognition = runRecognition;
window.runBench = runBench;
window.timeKernels = timeKernels;
