/**
 * The last line of `.ci/run`: `node printTestSum.mjs <vitest's JSON> <steps that failed>` prints "N passed, N failed" and
 * exits with 1 where anything failed. A step that failed without a failed test counts as one failure.
 */
import { readFile } from 'node:fs/promises';

const [path = '', failedSteps = '0'] = process.argv.slice(2);

/** @type {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites?: number }} */
const results = await readFile(path, 'utf8').then(JSON.parse, () => ({ numPassedTests: 0, numFailedTests: 0 }));
const failed = Math.max(results.numFailedTests, Number(failedSteps));
console.log(`${results.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed === 0 && results.numPassedTests > 0 ? 0 : 1;
