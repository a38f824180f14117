import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './findChromium.mjs';

const playwrightCommand = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));

const advice = `
No Chromium or Chrome was found, and none could be installed. Do one of these, then run the command again:
  - install Google Chrome (https://www.google.com/chrome/) or Chromium (Debian, Ubuntu: sudo apt-get install chromium);
  - npx playwright install --with-deps chromium   (downloads Playwright's own browser and what it needs);
  - set FOVEA_CHROMIUM to the path of a Chromium or Chrome that is installed elsewhere.
`;

/**
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {number} timeout milliseconds
 */
function succeeds(command, commandArguments, timeout) {
  console.log(`> ${[command, ...commandArguments].join(' ')}`);
  return spawnSync(command, commandArguments, { stdio: 'inherit', timeout }).status === 0;
}

/**
 * A downloaded browser may lack system libraries, and Ubuntu's is a stub: only one that starts counts.
 * @param {string} path
 */
function starts(path) {
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function installWithPlaywright() {
  succeeds(process.execPath, [playwrightCommand, 'install', 'chromium'], 300_000);
}

function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (!isRoot || !hasApt) return;
  succeeds('apt-get', ['update'], 300_000);
  succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 600_000);
}

/** A wrong FOVEA_CHROMIUM is the user's to mend: no other browser takes its place. @returns {string | null} */
function findNamedOrAny() {
  try {
    return findChromium(starts);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/**
 * The path of a Chromium that starts; installs one where none is found. Says what to do and ends the process with 1
 * where that fails.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findNamedOrAny();
  if (found !== null) return found;
  console.log('No Chromium or Chrome found; installing one.');
  for (const install of [installWithPlaywright, installWithApt]) {
    install();
    const installed = findChromium(starts);
    if (installed !== null) return installed;
  }
  console.error(advice);
  process.exit(1);
}
