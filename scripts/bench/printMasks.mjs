import { printMarkdown } from './printMarkdown.mjs';

/** @typedef {import('../../tests/bench/masks/runMasks').MasksReport} MasksReport */
/** @typedef {import('../../tests/bench/masks/summarise').MaskRow} MaskRow */
/** @typedef {import('../../tests/bench/masks/trial').MaskTrial} MaskTrial */

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
/** @param {number} person counted from 0 */
const nameOf = (person) => `Person ${person + 1}`;

/** What each face is tried with, in the table of all faces. */
const shown = /** @type {const} */ ([
  [null, 'no mask'],
  ['eye-bar', 'eye bar'],
  ['lower-face', 'lower face'],
]);

/** The measurement as Markdown tables. @param {MasksReport} report */
export function printMasks({ photoOf, trials, rows }) {
  const networks = [...new Set(trials.map(({ network }) => network))];
  const photos = new Set(photoOf).size;
  console.log(`${photoOf.length} faces of ${photos} photos, each a person of its own, enrolled by that very photo.\n`);
  for (const network of networks) {
    console.log(`### ${network}\n`);
    printRows(rows.filter((row) => row.network === network));
  }
  console.log('### Every face: the own name’s probability; in brackets who is named instead\n');
  const heads = networks.flatMap((network) => shown.map(([, title]) => `${network}: ${title}`));
  printMarkdown([
    ['face', ...heads],
    ...photoOf.map((_, person) => [
      nameOf(person),
      ...networks.flatMap((network) => shown.map(([mask]) => cell(trials, network, person, mask))),
    ]),
  ]);
}

/** @param {readonly MaskRow[]} rows */
function printRows(rows) {
  printMarkdown([
    [
      'mask',
      'of the face hidden (median)',
      'own name’s probability: median',
      'smallest',
      'largest',
      'own name still first',
      'name changes',
      'to nobody',
      'to somebody else',
    ],
    ...rows.map(({ title, faces, covered, probability, first, changed, nobody, other }) => [
      title,
      percent(covered),
      ...probability.map(percent),
      `${first} of ${faces}`,
      ...[changed, nobody, other].map(percent),
    ]),
  ]);
}

/**
 * @param {readonly MaskTrial[]} trials
 * @param {string} network
 * @param {number} person
 * @param {MaskTrial['mask']} mask
 */
function cell(trials, network, person, mask) {
  const trial = trials.find((one) => one.network === network && one.person === person && one.mask === mask);
  if (trial === undefined) return '';
  const { probability, named } = trial;
  if (named === person) return percent(probability);
  return `${percent(probability)} (${named === -1 ? 'nobody' : nameOf(named)})`;
}
