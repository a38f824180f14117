import type { Page } from 'playwright-core';

declare global {
  interface Window {
    hastened: boolean;
  }
}

/** How many times as often watchdogs look while they are hastened. */
const factor = 8;

/**
 * Prepares a page whose watchdogs can be hastened. A watchdog counts looks, not seconds: with looks that follow each
 * other faster, a silent worker is found out after as many of them, pings and answers between them, as in real time.
 */
export async function hastened(page: Page): Promise<void> {
  await page.addInitScript((times) => {
    window.hastened = false;
    const setRealInterval = window.setInterval;
    const setHastened = (look: () => void, delay: number) => {
      let ticks = 0;
      return setRealInterval(() => {
        ticks += 1;
        if (window.hastened || ticks % times === 0) look();
      }, delay / times);
    };
    // The page's own scripts call it in this form alone.
    window.setInterval = setHastened as typeof window.setInterval;
  }, factor);
}

/** Hastens the watchdogs until something has happened. */
export async function hasten(page: Page, happened: () => Promise<unknown>): Promise<void> {
  const set = (on: boolean) =>
    page.evaluate((value) => {
      window.hastened = value;
    }, on);
  await set(true);
  await happened();
  await set(false);
}
