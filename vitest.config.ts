import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findChromium } from './scripts/findChromium.mjs';
import viteConfig from './vite.config.ts';

const executablePath = findChromium();
const { resolve = {}, assetsInclude = [] } = viteConfig;

/** Found ahead of the run: a dependency that the server meets later would reload the page in the middle of a test. */
const browserDependencies = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgl',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  'd3-scale-chromatic',
  'fast-check',
  'fflate',
  'h5wasm',
  'idb-keyval',
  'valibot',
  'wasm-feature-detect',
  'zundo',
  'zustand/vanilla',
];

/** A camera that shows a test pattern, and is allowed without asking. */
const fakeCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Two cores are the reference machine, and a test file seldom has work for both: it waits for pages, or computes in one thread. */
const atOnce = 2;

/** What measures how long a person waits has the machine to itself. */
const timedEndToEnd = ['tests/e2e/cancelling.test.ts'];
const timedPage = ['tests/page/photoBlocking.test.ts'];

const chromiumWith = (extraArguments: readonly string[] = []): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      args: [...chromiumArguments, ...extraArguments],
      ...(executablePath === null ? {} : { executablePath }),
    },
  }),
  instances: [{ browser: 'chromium' }],
});

const endToEnd = {
  environment: 'node',
  globalSetup: ['tests/e2e/harness/globalSetup.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // Nothing is claimed by a wait: what claims a time measures it. A page has a neighbour that computes, too.
  expect: { poll: { timeout: 5000 } },
};

export default defineConfig({
  test: {
    // One kind of test after the other.
    projects: [
      {
        resolve,
        assetsInclude,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Simulations and servers take seconds, more where something else computes.
          testTimeout: 60_000,
          maxWorkers: atOnce,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        assetsInclude,
        worker: { format: 'es' },
        optimizeDeps: { include: browserDependencies },
        test: {
          name: 'worker',
          include: ['tests/worker/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: atOnce,
          sequence: { groupOrder: 1 },
          browser: chromiumWith(),
        },
      },
      {
        test: {
          ...endToEnd,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: timedEndToEnd,
          maxWorkers: atOnce,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...endToEnd,
          name: 'e2e-timed',
          include: timedEndToEnd,
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
      {
        resolve,
        assetsInclude,
        worker: { format: 'es' },
        optimizeDeps: { include: browserDependencies },
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.ts'],
          exclude: timedPage,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: atOnce,
          sequence: { groupOrder: 3 },
          browser: chromiumWith(fakeCamera),
        },
      },
      {
        resolve,
        assetsInclude,
        test: {
          name: 'page-timed',
          include: timedPage,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 5 },
          browser: chromiumWith(),
        },
      },
    ],
  },
});
