/**
 * `npm test`: finds or installs a Chromium, then runs every test. Arguments go to vitest: `npm test -- --project unit`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './ensureChromium.mjs';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const run = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, FOVEA_CHROMIUM: ensureChromium() },
});
run.on('exit', (code) => process.exit(code ?? 1));
