/**
 * The last line of `.ci/run`: `node printTestSum.mjs <vitest's JSON> <exit code of npm test> <other steps that failed>`
 * prints "N passed, N failed" and exits with 1 where anything failed. Each failed step counts, and so does a test run
 * that broke without a failed test.
 */
import { readFile } from 'node:fs/promises';

const [path = '', testExit = '1', failedSteps = '0'] = process.argv.slice(2);

/** @type {{ numPassedTests: number, numFailedTests: number }} */
const results = await readFile(path, 'utf8').then(JSON.parse, () => ({ numPassedTests: 0, numFailedTests: 0 }));
const failedTests = testExit === '0' ? 0 : Math.max(1, results.numFailedTests);
const failed = failedTests + Number(failedSteps);
console.log(`${results.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed === 0 && results.numPassedTests > 0 ? 0 : 1;
