import { printMarkdown } from './printMarkdown.mjs';

/** @typedef {import('../../tests/bench/recognition/runRecognition').RecognitionReport} RecognitionReport */
/** @typedef {import('../../tests/bench/recognition/summarise').NetworkSummary} NetworkSummary */
/** @typedef {import('../../tests/bench/recognition/rates').Rates} Rates */

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
/** @param {readonly [number, number]} pair @param {(value: number) => string} write */
const both = ([a, b], write) => `${write(a)}, ${write(b)}`;
/** @param {number} value */
const distance = (value) => value.toFixed(3);

/** The measurement as Markdown tables. @param {RecognitionReport} report */
export function printRecognition({ photoOf, summaries }) {
  const photos = new Set(photoOf).size;
  console.log(`${photoOf.length} faces of ${photos} photos, each a person of its own, enrolled by one photo.\n`);
  for (const summary of summaries) printNetwork(summary);
}

/** @param {NetworkSummary} summary */
function printNetwork({ network, rows, unknown, byRule, byYouden, rates, nearest, length }) {
  console.log(`### ${network}\n`);
  printMarkdown([
    [
      'photo',
      'found',
      'right name first',
      'probability: median, 5th percentile',
      'own: median, largest',
      'other: smallest, median',
    ],
    ...rows.map((row) => [
      row.title,
      `${row.found} of ${row.faces}`,
      `${row.first} of ${row.found}`,
      both(row.probability, percent),
      both(row.own, distance),
      both(row.other, distance),
    ]),
  ]);
  printMarkdown([
    ['threshold', 'pairs of people that match', 'strangers taken for somebody', 'same photo, changed, rejected'],
    ...rates.map(ratesLine),
  ]);
  const pairs = nearest.map(({ people: [a, b], distance: d }) => `Person ${a} and Person ${b} (${distance(d)})`);
  console.log(`Nearest pairs: ${pairs.join(', ')}.`);
  console.log(`Median length of an embedding: ${length.toFixed(3)}.`);
  console.log(`Threshold by the rule: ${byRule.toFixed(4)}; by Youden’s criterion: ${byYouden.toFixed(4)}.`);
  console.log(unknown === null ? 'None is in use.\n' : `In use: ${ratesLine(unknown).join(' · ')}\n`);
}

/** @param {Rates} rates @returns {string[]} */
function ratesLine({ distance: limit, pairs, strangers, rejected }) {
  return [distance(limit), percent(pairs), percent(strangers), percent(rejected)];
}
