import { measureRecognition } from './measureRecognition';
import { type NetworkSummary, summarise } from './summarise';
import type { Measured } from './trial';
import { variants } from './variants';

export interface RecognitionReport extends Measured {
  readonly summaries: readonly NetworkSummary[];
}

/** The whole measurement, as the driver calls it; `tell` hears the share that is done. */
export async function runRecognition(tell: (fraction: number) => void): Promise<RecognitionReport> {
  const { photoOf, networks, trials } = await measureRecognition(variants, tell);
  const measured = { photoOf, networks, trials };
  return { ...measured, summaries: summarise(measured, variants) };
}
