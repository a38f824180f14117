/** The bench's page: `window.runBench` is what scripts/bench.mjs calls in Chromium. */
import { runBench } from './runBench';

declare global {
  interface Window {
    runBench: typeof runBench;
  }
}

window.runBench = runBench;
