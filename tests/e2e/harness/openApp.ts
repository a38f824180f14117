import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface OpenApp {
  readonly page: Page;
  /** Everything that went wrong in the page: uncaught errors and console errors, in order. */
  readonly errors: readonly string[];
  /** Addresses that the page and its workers asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface OpenAppOptions {
  /** The URL hash, with its '#', and the query, with its '?', to open the app with. */
  readonly query?: string;
  readonly hash?: string;
  readonly context?: BrowserContextOptions;
  /** Runs before anything of the page does: set up what the page must meet. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/**
 * As hash: the Filters bench with a layer of small filters and a single step each, for who is not here to watch them.
 */
export const soonDone = '#layer=conv32_1&size=32&steps=1';

/** The built app in a fresh browser context: empty storage, nothing cached. Resolves when the document has loaded. */
export async function openApp(browser: Browser, options: OpenAppOptions = {}): Promise<OpenApp> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.context });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('request', (request) => requests.push(request.url()));
  await options.prepare?.(page);
  await page.goto(`${inject('appUrl')}${options.query ?? ''}${options.hash ?? ''}`);
  return { page, errors, requests, close: () => context.close() };
}
