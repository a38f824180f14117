import { backendNames } from '../../../../shared/device';
import { methods } from '../../../../shared/methods';
import type { Preprocessing } from '../../../../shared/network';
import { orderWord } from '../../../../shared/orderWord';
import { count } from '../../../../shared/people/figures';
import { targetWords } from '../../../../shared/people/sourceLine';
import { list } from '../../../../shared/people/verdicts';
import { type Content, html, type Markup } from './html';
import type { ReportContent } from './reportContent';

/** With what, and how, everything below was measured. */
export function settingsSection(content: ReportContent): Markup {
  const { settings, network, masked } = content;
  const method = methods.find(({ id }) => id === settings.method);
  const facts: readonly (readonly [string, Content])[] = [
    ['Network', `${network.name} (${network.id}), ${count(network.parameters, 'parameter')}`],
    ['Origin', network.origin ?? 'brought by the user'],
    ['Hash (SHA-256)', network.hash],
    ['Input', `${network.input.join(' × ')}; ${preprocessingWords(network.preprocessing)}`],
    ...(method?.layered === false ? [] : [['Layer', settings.layer] as const]),
    ['Method', method === undefined ? settings.method : `${method.title}: ${method.formula} (${method.paper})`],
    ['Target', targetWords[content.target]],
    ...(content.gallery === 0
      ? []
      : [['Gallery', `${count(content.gallery, 'person')}; head without masked copies`] as const]),
    ['Mask', masked === null ? 'none' : `${masked.name}, filled with ${list(masked.fills)}`],
    ['Photos', countsOf(content)],
    ['Persons and groups', labelsWords(content)],
    ['Seed', settings.seed],
    ['Resamples', settings.resamples.toLocaleString('en')],
    ...testsOf(content),
    ['Names in this report', content.pseudonyms ? 'replaced by numbers' : 'as the user gave them'],
    ['Photos in this report', pictureWords[content.pictures]],
    ['Stamp of network and gallery', content.stamp],
    ['Written', `${content.created.slice(0, 16).replace('T', ' ')} UTC, on ${deviceWords(content.device)}`],
  ];
  const shared = sharedSentence(content);
  return html`${shared !== null && html`<p class="refusal">${shared}</p>\n`}<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** How many tests each comparison has: q is for one comparison, not for the report. */
function testsOf({ comparison, masked, training }: ReportContent): readonly (readonly [string, string])[] {
  const families: readonly (readonly [string, number])[] = [
    ['between groups', comparison?.tests ?? 0],
    ['between changes by the mask', masked?.losses?.tests ?? 0],
    ['between groups under the mask', masked?.comparison?.tests ?? 0],
    ['between groups, by head', training?.tests ?? 0],
  ];
  const told = families.filter(([, tests]) => tests > 0).map(([name, tests]) => `${tests} ${name}`);
  if (told.length === 0) return [];
  return [['Tests', `${list(told)}${told.length > 1 ? '; q is corrected within each of these, not over all' : ''}`]];
}

const deviceWords = ({ backend, renderer, precision }: ReportContent['device']) =>
  `${backendNames[backend]} (${renderer}, ${precision})`;

/** Who has photos in several groups, and so counts in each: null where nobody does. */
function sharedSentence({ measured }: ReportContent): string | null {
  const groups = new Map<string, Set<string>>();
  for (const { person, group } of measured.values())
    if (group !== null) groups.set(person, (groups.get(person) ?? new Set()).add(group));
  const shared = [...groups.values()].filter(({ size }) => size > 1).length;
  if (shared === 0) return null;
  return (
    `${count(shared, 'person')} ${shared === 1 ? 'has' : 'have'} photos in more than one group, and ${shared === 1 ? 'counts' : 'count'} ` +
    'in each: these groups are not independent, and their tests and the intervals of their differences are not right.'
  );
}

/** The groups of the sample photos are drawn by lot, and their persons are the gallery's: nobody said either. */
function labelsWords({ photos }: ReportContent): string {
  const drawn = photos.filter(({ drawn: byLot }) => byLot === true).length;
  const given = 'as the user gave them: by folder, table or hand. Fovea guesses no group.';
  if (drawn === 0) return given;
  const whose = drawn === photos.length ? 'Sample photos' : `${count(drawn, 'sample photo')}`;
  const lots = `${whose}: persons as the gallery names them, groups drawn by lot by Fovea`;
  return drawn === photos.length ? `${lots}, or as the user changed them since.` : `${lots}. All others ${given}`;
}

const pictureWords: Readonly<Record<ReportContent['pictures'], string>> = {
  none: 'left out',
  blurred: 'reduced to 8 × 8 pixels',
  included: 'included: this file shows faces, treat it as you treat the photos',
};

function countsOf({ photos, measured, failures }: ReportContent): string {
  const waiting = photos.length - measured.size - failures.length;
  const failed = failures.length === 0 ? 'none failed' : `${failures.length} failed, listed below`;
  return `${photos.length}: ${measured.size} measured, ${failed}${waiting > 0 ? `, ${waiting} not measured yet` : ''}`;
}

const preprocessingWords = ({ order, mean, scale }: Preprocessing) =>
  `(pixel 0 to 255, ${orderWord(order)}, minus ${order === 'grey' ? mean[0] : mean.join(', ')}) × ${Number(scale.toPrecision(6))}`;
