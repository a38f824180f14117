import { median } from './median.mjs';
import { printMarkdown } from './printMarkdown.mjs';
import { tellShare } from './tellShare.mjs';
import { withPage } from './withPage.mjs';

/** @typedef {import('../../tests/bench/masks/runHiding').HiddenFace} HiddenFace */

/**
 * Searches a small mask that changes the name of each face of the sample photos, and prints docs/masks.md's table of
 * them.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<readonly HiddenFace[]>}
 */
export function measureHiding(browser) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.exposeFunction('tellShare', tellShare);
    await page.goto(url);
    const found = await page.evaluate(() => window.runHiding(window.tellShare));
    if (process.stdout.isTTY) process.stdout.write('\r');
    print([...found].sort((a, b) => a.network.localeCompare(b.network)));
    return found;
  });
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
/** @param {number} person counted from 0; −1: nobody */
const nameOf = (person) => (person === -1 ? 'nobody' : `Person ${person + 1}`);

/** @param {readonly HiddenFace[]} found */
function print(found) {
  printMarkdown([
    ['face', 'network', 'of the face hidden', 'pieces', 'named now', 'the other network names', 'masks tried'],
    ...found.map(({ person, network, covered, pieces, named, changed, otherNamed, tried }) => [
      nameOf(person),
      network,
      percent(covered),
      String(pieces),
      changed ? nameOf(named) : 'still the own name',
      otherNamed === person ? 'the own name' : nameOf(otherNamed),
      String(tried),
    ]),
  ]);
  for (const network of new Set(found.map((one) => one.network))) {
    const own = found.filter((one) => one.network === network);
    const covered = median(own.map((one) => one.covered));
    const changed = own.filter((one) => one.changed);
    const nobody = changed.filter(({ named }) => named === -1);
    const other = own.filter(({ otherNamed, person }) => otherNamed !== person);
    console.log(
      `\n${network}: painted afresh, ${changed.length} of ${own.length} change the name, ${nobody.length} to nobody; ` +
        `${percent(covered)} of the face hidden (median); ${other.length} change the other network's name, too.`,
    );
  }
}
