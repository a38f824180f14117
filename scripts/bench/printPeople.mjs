import { printMarkdown } from './printMarkdown.mjs';

/** @typedef {import('../../src/shared/people/trainingStudy').TrainingStudy} TrainingStudy */
/** @typedef {import('../../src/shared/people').Interval} Interval */

/** @param {number} share */
const percent = (share) => (100 * share).toFixed(1);
/** @param {Interval} interval */
const shown = ({ mean, low, high }) => `${percent(mean)} (${percent(low)} to ${percent(high)})`;
/** @param {number | null} megabytes */
const size = (megabytes) => (megabytes === null ? 'not told' : `${megabytes.toFixed(0)} MB`);

/**
 * @param {import('../../tests/bench/people/runStudy').StudyReport} study
 * @param {import('./measurePeople.mjs').Usage} usage
 * @param {number} early
 */
export function printStudy(study, usage, early) {
  const { photos, measured, failures, wall, workers, longTasks } = study;
  const ratio = usage.early && usage.whole ? (usage.whole / usage.early).toFixed(2) : 'not told';
  console.log('\nA study: find the face, keep it, recognise it, Grad-CAM, warp (hse-mobilenet); the bench on screen\n');
  printMarkdown([
    ['what', 'measured'],
    ['photos', `${photos}, of which ${measured} measured, ${failures.length} refused`],
    ['photos a second', `${((1000 * photos) / wall).toFixed(2)} (${workers} workers)`],
    ['processor time a photo', `${((1000 * usage.seconds) / photos).toFixed(0)} ms`],
    [`of it on the main thread, photos 1 to ${early}`, onMainThread(usage, 0, early)],
    [`the same, photos ${photos - early + 1} to ${photos}`, onMainThread(usage, photos - early, photos)],
    [`most memory until photo ${early}`, size(usage.early)],
    [`most memory until photo ${photos}`, `${size(usage.whole)} (× ${ratio})`],
    [
      'tasks of the main thread of 50 ms and more',
      `${longTasks.length}, the longest ${Math.max(0, ...longTasks).toFixed(0)} ms, together ${longTasks.reduce((sum, one) => sum + one, 0).toFixed(0)} ms`,
    ],
  ]);
  for (const { file, message } of failures) console.log(`  ${file}: ${message}`);
}

/**
 * Processor time a photo on the main thread, from the last look before photo `from` to the first after photo `to`.
 * @param {import('./measurePeople.mjs').Usage} usage @param {number} from @param {number} to
 */
function onMainThread({ main }, from, to) {
  const begin = main.findLast(({ photos }) => photos <= from) ?? main[0];
  const end = main.find(({ photos }) => photos >= to) ?? main.at(-1);
  if (begin === undefined || end === undefined || end.photos === begin.photos) return 'not told';
  return `${((1000 * (end.seconds - begin.seconds)) / (end.photos - begin.photos)).toFixed(0)} ms`;
}

const heads = /** @type {const} */ ({
  plain: 'without masks',
  masked: 'with masks',
  balanced: 'groups balanced',
  fewer: 'as few, of any group',
});
const views = /** @type {const} */ ({
  open: 'all of the face',
  eyes: 'without eyes and brows',
  'lower-face': 'without mouth and jaw',
  unseen: 'without nose and cheeks',
});

/** @param {readonly TrainingStudy[]} trainings */
export function printTrainings(trainings) {
  for (const training of trainings) {
    const { network, layer, persons, photos, heldOut, folds } = training;
    console.log(`\n### ${network}, ${layer}\n`);
    const held = heldOut === 'copies' ? 'changed copies of these photos' : `photos of ${folds} folds`;
    console.log(`${persons} persons, ${photos} photos; held out: ${held}. In per cent, with 95 % intervals.\n`);
    for (const group of [null, 'A', 'B']) {
      console.log(group === null ? 'All persons:\n' : `\nGroup ${group}:\n`);
      printGroup(training, group);
    }
    console.log('\nWith masks minus without, all persons:\n');
    printChanges(training);
    printDifferences(training);
  }
}

/** @param {TrainingStudy} training @param {string | null} group */
function printGroup({ results }, group) {
  printMarkdown([
    [
      'shown',
      'trained',
      'right name first',
      'own name’s probability',
      ...regionNames(results).map((one) => `heat: ${one}`),
    ],
    ...results
      .filter((one) => one.group === group)
      .map(({ head, view, recognised, probability, regions }) => [
        views[view],
        heads[head],
        shown(recognised),
        shown(probability),
        ...Object.values(regions).map(({ mean }) => percent(mean)),
      ]),
  ]);
}

/** @param {TrainingStudy} training */
function printChanges({ changes }) {
  printMarkdown([
    ['shown', 'right name first', 'own name’s probability', 'heat on eyes', 'nose', 'mouth'],
    ...changes
      .filter(({ head, group }) => head === 'masked' && group === null)
      .map(({ view, recognised, probability, regions }) => [
        views[view],
        ...[recognised, probability, regions.eyes, regions.nose, regions.mouth].map(shown),
      ]),
  ]);
}

/** @param {TrainingStudy['results']} results */
const regionNames = (results) => Object.keys(results[0]?.regions ?? {});

/** Group differences of every head, or why there are none. @param {TrainingStudy} training */
function printDifferences({ differences, refusals, tests }) {
  const refused = refusals.flatMap(({ head, tooFew }) =>
    tooFew.groups.map(({ group, persons }) => `${heads[head]}: ${group} has ${persons} of ${tooFew.needed} persons`),
  );
  if (refused.length > 0) console.log(`\nNo verdict on groups: ${refused.join('; ')}.`);
  if (tests === 0) return;
  console.log(`\nA minus B, in points; q over ${tests} tests:\n`);
  printMarkdown([
    ['shown', 'trained', 'what', 'difference', 'p', 'q', 'Hedges’ g', 'persons'],
    ...differences.map(({ view, head, quantity, difference, low, high, p, q, effect, sizes }) => [
      views[view],
      heads[head],
      quantity.kind === 'region' ? `heat: ${quantity.region}` : quantity.kind,
      shown({ mean: difference, low, high }),
      ...[p.toFixed(3), q.toFixed(3), effect.toFixed(2)],
      sizes.map(({ persons }) => persons).join(' and '),
    ]),
  ]);
}
