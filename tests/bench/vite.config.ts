import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import appConfig from '../../vite.config.ts';

const { resolve = {}, assetsInclude = [], worker = {} } = appConfig;

/** The bench's page, built like the app but without its plugins. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve,
  assetsInclude,
  worker,
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
});
