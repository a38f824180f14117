/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { runHiding } from './masks/runHiding';
import { runMasks } from './masks/runMasks';
import { openPair, type Pair } from './pair';
import { runRecognition } from './recognition/runRecognition';
import { runBench } from './runBench';
import { timeKernels } from './timeKernels';
import { runWholeJob } from './wholeJob';

declare global {
  interface Window {
    /** Set by the driver once it has opened it. */
    pair: Pair;
    openPair: typeof openPair;
    runRecognition: typeof runRecognition;
    runMasks: typeof runMasks;
    runHiding: typeof runHiding;
    runBench: typeof runBench;
    /** Set by the driver: hears how far a long measurement is. */
    tellShare: (share: number) => void;
    runWholeJob: typeof runWholeJob;
    timeKernels: typeof timeKernels;
  }
}

window.openPair = openPair;
window.runRecognition = runRecognition;
window.runHiding = runHiding;
window.runMasks = runMasks;
window.runBench = runBench;
window.runWholeJob = runWholeJob;
window.timeKernels = timeKernels;
