import { readyMaskIds } from '../../../src/shared/mask/readyMaskIds';
import { measureMasks } from './measureMasks';
import { type MaskRow, summarise } from './summarise';
import type { MeasuredMasks } from './trial';

export interface MasksReport extends MeasuredMasks {
  readonly rows: readonly MaskRow[];
}

/** The whole measurement, as the driver calls it; `tell` hears the share that is done. */
export async function runMasks(tell: (fraction: number) => void): Promise<MasksReport> {
  const measured = await measureMasks(readyMaskIds, tell);
  return { ...measured, rows: summarise(measured) };
}
