/**
 * Writes a Keras weights file with random weights, as the public releases are laid out, to try loading with.
 *
 *   node scripts/makeWeights.mjs <network> <file.h5> [--notop] [--divide=N] [--classes=N] [--size=N] [--seed=N]
 *
 * `network` is vggface-vgg16 (580 MB; 59 MB with --notop), vggface-resnet50, vggface-senet50 or imagenet-vgg16.
 * --divide=16 makes every width 16 times smaller, for tests; --size is the input's, for the first dense layer.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { layersOf } from './weights/layersOf.mjs';
import { randomValues } from './weights/randomValues.mjs';
import { writeKerasHdf5 } from './weights/writeKerasHdf5.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notop: { type: 'boolean', default: false },
    divide: { type: 'string', default: '1' },
    classes: { type: 'string' },
    size: { type: 'string', default: '224' },
    seed: { type: 'string', default: '1' },
  },
});
const [network = '', path] = positionals;
const layers = layersOf[network];
if (layers === undefined || path === undefined) {
  console.error(`Usage: node scripts/makeWeights.mjs <${Object.keys(layersOf).join('|')}> <file.h5> [--notop]`);
  process.exit(2);
}

const { File, ready } = await import('h5wasm/node');
await ready;
mkdirSync(dirname(resolve(path)), { recursive: true });
const file = new File(resolve(path), 'w');
let seed = Number(values.seed);
const choice = {
  top: !values.notop,
  divide: Number(values.divide),
  size: Number(values.size),
  ...(values.classes === undefined ? {} : { classes: Number(values.classes) }),
};
writeKerasHdf5(file, '', layers(choice), (weight, shape) => randomValues(weight, shape, seed++));
file.close();
