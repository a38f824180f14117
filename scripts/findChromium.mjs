import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What the user names explicitly, most specific first. @returns {string[]} */
function namedPaths() {
  return [process.env.FOVEA_CHROMIUM ?? '', process.env.CHROME_PATH ?? ''].filter((path) => path !== '');
}

/** @returns {string[]} */
function pathsOnSearchPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? commands.map((name) => `${name}.exe`) : commands;
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {string[]} */
function standardPaths() {
  if (process.platform === 'darwin') {
    const applications = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      applications.map((application) => join(folder, application)),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86, LOCALAPPDATA } = process.env;
    return [PROGRAMFILES, programFilesX86, LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  return ['/opt/google/chrome/chrome'];
}

/**
 * The path of a Chromium or Chrome on this machine, or null. In this order: `FOVEA_CHROMIUM`, `CHROME_PATH`, the search
 * path, the platform's standard places, the browser that Playwright itself has installed.
 * @param {(path: string) => boolean} [accept] a closer look at a candidate, for instance whether it starts
 * @returns {string | null}
 * @throws {Error} where one of the two variables names something that cannot be executed
 */
export function findChromium(accept = () => true) {
  for (const path of namedPaths()) {
    if (!isExecutable(path))
      throw new Error(`FOVEA_CHROMIUM or CHROME_PATH names “${path}”, which cannot be executed.`);
    return path;
  }
  const candidates = [...pathsOnSearchPath(), ...standardPaths(), chromium.executablePath()];
  return candidates.find((path) => isExecutable(path) && accept(path)) ?? null;
}
