/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { openPair, type Pair } from './pair';
import { measureRecognition } from './recognition/measureRecognition';
import { runBench } from './runBench';
import { timeKernels } from './timeKernels';

declare global {
  interface Window {
    /** Set by the driver once it has opened it. */
    pair: Pair;
    openPair: typeof openPair;
    measureRecognition: typeof measureRecognition;
    runBench: typeof runBench;
    timeKernels: typeof timeKernels;
  }
}

window.openPair = openPair;
window.measureRecognition = measureRecognition;
window.runBench = runBench;
window.timeKernels = timeKernels;
