import { capital, count, percent } from './figures';
import type { HeadDifference, HeadKind, HeldOutView, TrainingStudy } from './trainingStudy';
import { list, refusalSentence } from './verdicts';

export const headTitles: Readonly<Record<HeadKind, string>> = {
  plain: 'photos as they are',
  masked: 'and masked copies',
  balanced: 'groups balanced',
  fewer: 'as few persons, of any group',
};

export const viewTitles: Readonly<Record<HeldOutView, string>> = {
  open: 'whole face',
  eyes: 'eyes and brows hidden',
  'lower-face': 'mouth and jaw hidden',
  unseen: 'nose and cheeks hidden',
};

/** What the heads were tried on, for a table's title: 'Held-out photos'. */
export const triedTitle = ({ heldOut }: Pick<TrainingStudy, 'heldOut'>): string =>
  heldOut === 'photos' ? 'Held-out photos' : 'Changed copies';

/** The same within a sentence. */
export const triedWords = ({ heldOut }: Pick<TrainingStudy, 'heldOut'>): string =>
  heldOut === 'photos' ? 'held-out photos' : 'changed copies of the photos trained on';

/** Of the column that counts them: 'Photos'. */
export const photosHead = ({ heldOut }: Pick<TrainingStudy, 'heldOut'>): string =>
  heldOut === 'photos' ? 'Photos' : 'Copies';

/** Why no groups are compared where nothing was refused; null where some are. */
export function noPairsSentence(training: TrainingStudy): string | null {
  if (training.differences.length > 0 || training.refusals.length > 0) return null;
  const groups = new Set(training.results.flatMap(({ group }) => group ?? []));
  if (groups.size > 0) return `A difference needs two groups, and these persons are all in ${[...groups].join(', ')}.`;
  return 'A difference needs two groups, and the persons that the heads were trained on are in none.';
}

/** On what the heads were tried, and how. */
export function heldOutSentence({ heldOut, persons, photos, folds, seed, results, outdated }: TrainingStudy): string {
  const what =
    heldOut === 'photos'
      ? 'Each photo was shown to heads that were trained without it.'
      : 'Each head was shown changed copies of the very photos that it was trained on: nobody has enough photos to hold ' +
        'some out, so all figures flatter.';
  const copies = results.find(({ head, group }) => head === 'plain' && group === null)?.photos ?? 0;
  const tried = heldOut === 'photos' ? '' : `, ${count(copies, 'changed copy', 'changed copies')} of them`;
  const inTurn = folds > 1 ? `, in ${count(folds, 'fold')}` : '';
  const before = outdated === true ? ' Persons or groups were changed since: these figures are of those before.' : '';
  return (
    `${count(persons, 'person')}, ${count(photos, 'photo')}${tried}${inTurn}, seed ${seed}. ` +
    `${what} No head was trained with ${viewTitles.unseen}.${before}`
  );
}

/** Who was not tried; null where everybody was. */
export function leftOutSentence({ leftOut }: TrainingStudy): string | null {
  if (leftOut.length === 0) return null;
  return (
    `Not tried, because there is only one photo of each, or it is not kept any more: ${list(leftOut)}. Of those who have ` +
    'a photo the heads know the names, and may take others for them.'
  );
}

/** With what the balanced head can be compared; null where there is none. */
export function balancedSentence({ results }: TrainingStudy): string | null {
  if (!results.some(({ head }) => head === 'balanced')) return null;
  return (
    `The head “${headTitles.balanced}” knows fewer names, and among fewer names the right one is easier to find: its rates ` +
    `cannot be compared with those of “${headTitles.plain}”. It is set against “${headTitles.fewer}”, on the photos of the ` +
    'persons whom both know.'
  );
}

/** Why heads get no verdict on groups: heads that are refused alike share a sentence. */
export function headRefusals({ refusals }: TrainingStudy): readonly string[] {
  const heads = new Map<string, string[]>();
  for (const { head, tooFew } of refusals) {
    const sentence = refusalSentence(tooFew);
    heads.set(sentence, [...(heads.get(sentence) ?? []), `“${headTitles[head]}”`]);
  }
  return [...heads].map(([sentence, names]) => `${list(names)}: ${sentence}`);
}

interface HeadPair {
  readonly title: string;
  readonly differences: readonly HeadDifference[];
}

/** Differences by head, view and pair of groups, each under its title. */
export function headPairs({ differences }: TrainingStudy): readonly HeadPair[] {
  const pairs = new Map<string, HeadDifference[]>();
  for (const one of differences) {
    const title = `${headTitles[one.head]}, ${viewTitles[one.view]}: ${one.groups[0]} minus ${one.groups[1]}`;
    pairs.set(title, [...(pairs.get(title) ?? []), one]);
  }
  return [...pairs].map(([title, own]) => ({ title, differences: own }));
}

/** What comes first, as a sentence: how often each head names a face right, whole and with each part hidden. */
export function trainingSummary({ results }: Pick<TrainingStudy, 'results'>): string | null {
  const of = (head: HeadKind, view: HeldOutView) =>
    results.find((one) => one.group === null && one.head === head && one.view === view)?.recognised.mean;
  const lines = (Object.keys(viewTitles) as HeldOutView[]).flatMap((view) => {
    const [plain, masked] = [of('plain', view), of('masked', view)];
    return plain === undefined || masked === undefined
      ? []
      : [`${viewTitles[view]}: ${percent(plain)} without masks, ${percent(masked)} with them`];
  });
  return lines.length === 0
    ? null
    : `Named right, trained without and with masked copies. ${capital(lines.join('; '))}.`;
}
