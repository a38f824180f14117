import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildKernels } from './scripts/buildKernels.mjs';
import { serveNetworks } from './scripts/serveNetworks.mjs';

/** Nothing but the page's own origin may be asked for anything; `wasm-unsafe-eval` admits WebAssembly, not eval. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The development server injects inline scripts, so the policy stands in the built page only. */
function policyInBuiltPage(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

// Every way to run or build Fovea reads this file, so that none can meet a missing or an old kernel.
await buildKernels();

export default defineConfig({
  base: './',
  plugins: [react(), policyInBuiltPage(), serveNetworks()],
  // The package's `exports` hide its model files; the alias reaches them.
  resolve: {
    alias: {
      '@vladmandic/human/models': fileURLToPath(new URL('node_modules/@vladmandic/human/models', import.meta.url)),
    },
  },
  assetsInclude: ['**/*.bin'],
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
});
