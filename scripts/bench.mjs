/**
 * `npm run bench`: what an ascent step and a page of tiles cost here. Prints tables and saves everything as JSON in
 * bench-results/. Options (after `--`): `--quick` a few jobs, once; `--webgl` also WebGL (minutes on a software
 * renderer); `--cpu` also plain JavaScript; `--kernels` also times each convolution kernel; `--skip-app`,
 * `--skip-steps`, `--skip-faces` leave a part out. By themselves: `--peers` ascends turn by turn with PyTorch
 * (`--python` names its interpreter); `--job` runs the report's whole job once; `--recognition` measures how well the
 * bundled faces are recognised; `--masks` how well with a part of each face hidden, `--hiding` how little hides each;
 * `--strokes` how soon a painted mask is answered; `--people` what training on masks does, and a study of many photos
 * (`--photos`, 500); `--networks` what networks of the user's own cost in time and memory; `--predictions` whether the
 * whole VGG16 of VGGFace answers as TensorFlow.js's own layers model does.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { comparePredictions } from './bench/comparePredictions.mjs';
import { chooseJobs } from './bench/jobs.mjs';
import { describeMachine } from './bench/machine.mjs';
import { measureHiding } from './bench/measureHiding.mjs';
import { measureMasks } from './bench/measureMasks.mjs';
import { measurePeople } from './bench/measurePeople.mjs';
import { measureRecognition } from './bench/measureRecognition.mjs';
import { printHead } from './bench/printTable.mjs';
import { timeApp } from './bench/timeApp.mjs';
import { timeFaces } from './bench/timeFaces.mjs';
import { timeKernels } from './bench/timeKernels.mjs';
import { timeNetworks } from './bench/timeNetworks.mjs';
import { timePeers } from './bench/timePeers.mjs';
import { timeSteps } from './bench/timeSteps.mjs';
import { timeStrokes } from './bench/timeStrokes.mjs';
import { timeWholeJob } from './bench/timeWholeJob.mjs';
import { chromiumArguments } from './chromiumArguments.mjs';
import { ensureChromium } from './ensureChromium.mjs';

const flag = /** @type {const} */ ({ type: 'boolean', default: false });
const { values } = parseArgs({
  options: {
    peers: flag,
    job: flag,
    python: { type: 'string', default: 'python3' },
    quick: flag,
    webgl: flag,
    cpu: flag,
    'skip-app': flag,
    'skip-steps': flag,
    'skip-faces': flag,
    kernels: flag,
    recognition: flag,
    masks: flag,
    hiding: flag,
    strokes: flag,
    people: flag,
    photos: { type: 'string', default: '500' },
    networks: flag,
    predictions: flag,
  },
});

/** @param {object} results */
async function save(results) {
  const folder = fileURLToPath(new URL('../bench-results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = `${folder}${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\nSaved as ${file}`);
}

const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
try {
  const machine = describeMachine(browser);
  console.log(`${machine.cores} cores, ${machine.cpu}; ${machine.browser}; ${machine.system}; Node ${machine.node}\n`);
  if (machine.load > 0.5)
    console.log(`The machine is busy (load ${machine.load.toFixed(1)}): times will be too long.\n`);
  const peers = values.peers ? await timePeers(browser, values.python) : null;
  const recognition = values.recognition ? await measureRecognition(browser) : null;
  const masks = values.masks ? await measureMasks(browser) : null;
  const hiding = values.hiding ? await measureHiding(browser) : null;
  const strokes = values.strokes ? await timeStrokes(browser) : null;
  const people = values.people ? await measurePeople(browser, Number(values.photos)) : null;
  const job = values.job ? await timeWholeJob(browser) : null;
  const networks = values.networks ? await timeNetworks(browser) : null;
  const predictions = values.predictions ? await comparePredictions(browser) : null;
  if ([peers, recognition, masks, hiding, strokes, people, networks, predictions, job].some((part) => part !== null)) {
    values['skip-steps'] = true;
    values['skip-app'] = true;
    values['skip-faces'] = true;
  }
  const steps = [];
  if (!values['skip-steps']) {
    printHead();
    for (const options of chooseJobs(values)) steps.push(await timeSteps(browser, options));
  }
  const kernels = values.kernels ? await timeKernels(browser) : null;
  const app = values['skip-app'] ? null : await timeApp(browser);
  const faces = values['skip-faces'] ? null : await timeFaces(browser);
  const measured = {
    steps,
    kernels,
    app,
    faces,
    peers,
    job,
    recognition,
    masks,
    hiding,
    strokes,
    people,
    networks,
    predictions,
  };
  await save({ date: new Date().toISOString(), machine, ...measured });
} finally {
  await browser.close();
}
