import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));

/**
 * Builds the app as `npm run build` does, in a process of its own: a test runner's NODE_ENV would give a development
 * build.
 * @param {string} outDir
 * @param {string} [config] another build than the app's: its vite configuration
 */
export async function buildApp(outDir, config = 'vite.config.ts') {
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
}
