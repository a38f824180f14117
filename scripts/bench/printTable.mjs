/** @typedef {import('../../tests/bench/job').Row} Row */

const columns = /** @type {const} */ ([
  ['backend', 7],
  ['network', -13],
  ['layer', -16],
  ['size', 4],
  ['one worker', 11],
  ['two at once', 11],
  ['tf.grad', 9],
  ['× (one)', 8],
  ['× (two)', 8],
]);

/** @param {readonly string[]} cells */
function line(cells) {
  return columns
    .map(([, width], i) => (width < 0 ? (cells[i] ?? '').padEnd(-width) : (cells[i] ?? '').padStart(width)))
    .join('  ');
}

/** @param {number | null} value */
const milliseconds = (value) => (value === null ? '' : value < 100 ? value.toFixed(1) : value.toFixed(0));
/** @param {number | null} tape @param {number | null} fovea */
const ratio = (tape, fovea) => (tape === null || fovea === null ? '' : (tape / fovea).toFixed(1));

/** What the columns mean, and their heads. */
export function printHead() {
  console.log('Milliseconds for one ascent step (forward and backward) of one filter, medians.');
  console.log('“two at once”: two workers, one filter each; wall-clock time divided by the steps of both.');
  console.log(
    '“tf.grad”: the same step on a plain tfjs tape, one worker, in turn with ours; ×: how much faster ours is.\n',
  );
  console.log(line(columns.map(([title]) => title)));
}

/** @param {Row} row */
export function printRow(row) {
  const { backend, network, layer, size, fovea, foveaInTwoWorkers: two, tape, tapeNote } = row;
  const times = [milliseconds(fovea), milliseconds(two), tape === null ? '—' : milliseconds(tape)];
  const ratios = [ratio(tape, fovea), ratio(tape, two)];
  console.log(line([backend, network, layer, String(size), ...times, ...ratios]) + (tapeNote && `  ${tapeNote}`));
}
