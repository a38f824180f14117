/** The bench's page: what scripts/bench.mjs calls in Chromium. */
import { runBench } from './runBench';
import { timeKernels } from './timeKernels';

declare global {
  interface Window {
    runBench: typeof runBench;
    timeKernels: typeof timeKernels;
  }
}

window.runBench = runBench;
window.timeKernels = timeKernels;
