import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from '../../../scripts/chromiumArguments.mjs';
import { findChromium } from '../../../scripts/findChromium.mjs';

/** The installed Chromium, headless. Close it when done. */
export async function openBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium found: run `npm test`, which installs one.');
  return chromium.launch({ executablePath, headless: true, args: [...chromiumArguments, ...extraArguments] });
}
