import type { Page } from 'playwright-core';
import type { AscendOptions } from '../../../src/page/flows/ascendForConsole';

export interface CollectedFrame {
  readonly filter: number;
  readonly step: number;
  readonly objective: number;
  readonly done: boolean;
  readonly width: number;
  readonly values: readonly number[] | null;
}

/** Reads a whole `fovea.ascend` in the page; pixels stay there. */
export function collect(page: Page, options: Omit<AscendOptions, 'signal'>): Promise<CollectedFrame[]> {
  return page.evaluate(async (given) => {
    const frames: CollectedFrame[] = [];
    for await (const { filter, step, objective, done, image, values } of window.fovea.ascend(given))
      frames.push({ filter, step, objective, done, width: image.width, values: values ? [...values] : null });
    return frames;
  }, options);
}
