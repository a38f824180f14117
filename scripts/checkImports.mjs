/** Part of `npm run check`: holds `src` to the import directions of ARCHITECTURE.md. */
import { fileURLToPath } from 'node:url';
import { checkTree } from './imports/checkTree.mjs';
import { readSources } from './imports/readSources.mjs';

const sources = await readSources(fileURLToPath(new URL('../src', import.meta.url)));
const problems = checkTree(sources);
for (const problem of problems) console.error(problem);
console.log(`Import directions: ${sources.size} files, ${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
