/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { runHiding } from './masks/runHiding';
import { runMasks } from './masks/runMasks';
import { openPair, type Pair } from './pair';
import { prepareStudy, runStudy } from './people/runStudy';
import { runTraining } from './people/runTraining';
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
    prepareStudy: typeof prepareStudy;
    runStudy: typeof runStudy;
    runTraining: typeof runTraining;
    /** Set by the driver: hears how many photos of a study are done. */
    tellPhotos: (done: number) => void;
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
window.prepareStudy = prepareStudy;
window.runStudy = runStudy;
window.runTraining = runTraining;
window.runBench = runBench;
window.runWholeJob = runWholeJob;
window.timeKernels = timeKernels;
