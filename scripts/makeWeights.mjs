/**
 * Writes a Keras weights file with random weights, as the public releases are laid out, to try loading with.
 *
 *   node scripts/makeWeights.mjs <network> <file.h5> [--notop] [--divide=N] [--classes=N] [--size=N] [--seed=N]
 *
 * `network` is vggface-vgg16 (580 MB; 59 MB with --notop), vggface-resnet50, vggface-senet50 or imagenet-vgg16.
 * --divide=16 makes every width 16 times smaller, for tests; --size is the input's, for the first dense layer.
 */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ofPlace, Problem } from './networks/problem.mjs';
import { randomValues } from './weights/randomValues.mjs';
import { readChoice } from './weights/readChoice.mjs';
import { writeKerasHdf5 } from './weights/writeKerasHdf5.mjs';

async function main() {
  const { path, layers, seed } = readChoice(process.argv.slice(2));
  const target = resolve(path);
  mkdirSync(dirname(target), { recursive: true });
  // The HDF5 library would tell of a place that cannot be written with a trace of its own.
  closeSync(openSync(target, 'w'));
  const { File, ready } = await import('h5wasm/node');
  await ready;
  const file = new File(target, 'w');
  let next = seed;
  writeKerasHdf5(file, '', layers, (weight, shape) => randomValues(weight, shape, next++));
  file.close();
}

try {
  await main();
} catch (caught) {
  const error = ofPlace(caught, 'Give a file in a folder that can be written.');
  if (!(error instanceof Problem)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = 2;
}
