import type { Page } from 'playwright-core';
import type { AscendOptions } from '../../../src/page/flows/ascendForConsole';
import type { CollectedFrame } from './collect';

declare global {
  interface Window {
    ascents: Map<string, { readonly frames: CollectedFrame[]; outcome: string | null; readonly stop: () => void }>;
  }
}

/** Starts an ascent in the page and leaves it running there under a name. */
export function startAscent(page: Page, name: string, options: Omit<AscendOptions, 'signal'>): Promise<void> {
  return page.evaluate(
    ({ key, given }) => {
      window.ascents ??= new Map();
      const controller = new AbortController();
      const ascent: { frames: CollectedFrame[]; outcome: string | null; stop: () => void } = {
        frames: [],
        outcome: null,
        stop: () => controller.abort('stopped by the test'),
      };
      window.ascents.set(key, ascent);
      const run = async () => {
        for await (const frame of window.fovea.ascend({ ...given, signal: controller.signal })) {
          const { filter, step, objective, done, image } = frame;
          ascent.frames.push({ filter, step, objective, done, width: image.width, values: null });
        }
      };
      run().then(
        () => {
          ascent.outcome = 'ended';
        },
        (error) => {
          ascent.outcome = String(error);
        },
      );
    },
    { key: name, given: options },
  );
}

/** How an ascent stands: null as outcome while it runs. */
export function readAscent(page: Page, name: string): Promise<{ frames: CollectedFrame[]; outcome: string | null }> {
  return page.evaluate((key) => {
    const ascent = window.ascents.get(key);
    if (ascent === undefined) throw new Error(`No ascent ${key}.`);
    return { frames: ascent.frames, outcome: ascent.outcome };
  }, name);
}

/** Waits until the ascent has told of this step, of any filter. */
export async function waitForStep(page: Page, name: string, step: number): Promise<void> {
  await page.waitForFunction(
    ({ key, least }) => window.ascents.get(key)?.frames.some((frame) => frame.step >= least),
    { key: name, least: step },
    { timeout: 90_000 },
  );
}

/** Waits until the ascent has ended, and tells how. */
export async function waitForEnd(
  page: Page,
  name: string,
): Promise<{ frames: CollectedFrame[]; outcome: string | null }> {
  await page.waitForFunction((key) => window.ascents.get(key)?.outcome !== null, name, { timeout: 150_000 });
  return readAscent(page, name);
}
