import { parseArgs } from 'node:util';
import { Problem } from '../networks/problem.mjs';
import { layersOf } from './layersOf.mjs';

const usage = `Usage: node scripts/makeWeights.mjs <${Object.keys(layersOf).join('|')}> <file.h5> [--notop] [--divide=N] [--classes=N] [--size=N] [--seed=N]`;

/**
 * Which network's layers are wanted, where the file is to be, and the first seed.
 * @param {readonly string[]} given the command's arguments
 * @throws {Problem} naming the argument that is none
 */
export function readChoice(given) {
  const { values, positionals } = parse(given);
  const [network = '', path, ...others] = positionals;
  const layers = Object.hasOwn(layersOf, network) ? layersOf[network] : undefined;
  if (layers === undefined) throw new Problem(network ? `There is no network “${network}”.` : 'Which network?', usage);
  if (path === undefined || others.length > 0) throw new Problem('One file is written: where to?', usage);
  const choice = {
    top: !values.notop,
    divide: whole('divide', values.divide),
    size: sizeOf(values.size),
    ...(values.classes === undefined ? {} : { classes: whole('classes', values.classes) }),
  };
  const chosen = layers(choice);
  checkWidths(chosen, choice.divide);
  return { path, layers: chosen, seed: whole('seed', values.seed) };
}

/** @param {readonly string[]} given */
function parse(given) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        notop: { type: 'boolean', default: false },
        divide: { type: 'string', default: '1' },
        classes: { type: 'string' },
        size: { type: 'string', default: '224' },
        seed: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error), usage);
  }
}

/** @param {string} option @param {string} text */
function whole(option, text) {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0 && Number.isSafeInteger(value)) return value;
  throw new Problem(`--${option} takes a whole number from 1: “${text}” is none.`, usage);
}

/** Five poolings halve it. @param {string} text */
function sizeOf(text) {
  const size = whole('size', text);
  if (size % 32 === 0) return size;
  throw new Problem(`--size takes a multiple of 32: ${size} is none.`, usage);
}

/** @param {readonly import('./layersOf.mjs').Layer[]} layers @param {number} divide */
function checkWidths(layers, divide) {
  for (const { name, weights } of layers)
    for (const [weight, shape] of weights) {
      if (shape.every((extent) => Number.isInteger(extent) && extent > 0)) continue;
      throw new Problem(
        `With --divide=${divide}, ${weight} of ${name} would be ${shape.join(' × ')}.`,
        'Give one that divides every width: 1, 2, 4, 8 or 16.',
      );
    }
}
