import { FoveaError } from '../../../../shared/errors';
import type { IdentityHead } from '../../../../shared/explain';
import type { StudySettings } from '../../../../shared/people';
import type { HeadTrial } from '../../../../shared/people/headTrials';
import { trainingSteps } from '../../../../shared/people/summariseTraining';
import type { HeadKind, TrainingStudy } from '../../../../shared/people/trainingStudy';
import { rest } from '../../../intake/photo/rest';
import { loadNetwork } from '../../loadNetwork';
import { forEachAtOnce } from '../forEachAtOnce';
import { photosAtOnce } from '../measureStudy';
import type { Tell } from '../studyWork';
import { countTried } from './countTried';
import { embedSubject } from './embedSubject';
import { balancedPersons, type Folds, foldsOf } from './foldsOf';
import { heldOutCrops } from './heldOutCrops';
import type { EmbeddedSubject, Subject } from './subject';
import { trainFold } from './trainFold';
import { tryHead } from './tryHead';

/** Intervals and tests of the training tables: there are many. */
const mostResamples = 2000;

/**
 * Trains identity heads on photos as they are, with masked copies, and on groups of the same size, and tries each on
 * what it was not trained on: with all of the face, and with parts blacked out.
 * @throws FoveaError when the network has no embedding or there are not two persons; the signal's reason
 */
export async function compareTrainings(
  signal: AbortSignal,
  settings: StudySettings,
  subjects: readonly Subject[],
  tell: Tell,
): Promise<TrainingStudy> {
  const { info } = await loadNetwork(signal, settings.network);
  if (info.outputs.embedding === null)
    throw new FoveaError(`${info.name} has no embedding to tell people apart by.`, 'Choose another network.');
  const persons = new Set(subjects.map(({ person }) => person)).size;
  if (persons < 2)
    throw new FoveaError('A head is trained to tell two persons apart, or more.', 'Name the photos of more persons.');
  const folds = foldsOf(subjects);
  const embedded = await embedAll(signal, settings, subjects, tell);
  const trials: HeadTrial[] = [];
  for (let fold = 0; fold < folds.folds; fold++) {
    tell(fold, folds.folds, 'Training the identity heads');
    const known = folds.heldOut === 'copies' ? embedded : embedded.filter((_, i) => folds.fold[i] !== fold);
    const heads = await trainHeads(signal, { info, known: known.filter((one) => one !== null), fold, settings });
    const asked = subjects.filter((_, i) => folds.fold[i] === fold);
    trials.push(...(await tryAll(signal, settings, { heads, asked, folds }, tell)));
  }
  const summary = await summarise(signal, trials, settings);
  return {
    ...{ network: settings.network, layer: settings.layer, ...countTried(subjects, trials) },
    ...{ heldOut: folds.heldOut, folds: folds.folds, seed: settings.seed, ...summary },
  };
}

async function embedAll(
  signal: AbortSignal,
  { network }: StudySettings,
  subjects: readonly Subject[],
  tell: Tell,
): Promise<readonly (EmbeddedSubject | null)[]> {
  const found = subjects.map((): EmbeddedSubject | null => null);
  let done = 0;
  await forEachAtOnce([...subjects.entries()], await photosAtOnce(), async ([i, subject]) => {
    found[i] = await embedSubject(signal, network, subject);
    done += 1;
    tell(done, subjects.length, 'Embedding the photos and their masked copies');
  });
  return found;
}

interface NamedHead {
  readonly kind: HeadKind;
  readonly head: IdentityHead;
}

async function trainHeads(
  signal: AbortSignal,
  {
    info,
    known,
    fold,
    settings,
  }: {
    readonly info: Parameters<typeof trainFold>[1];
    readonly known: readonly EmbeddedSubject[];
    readonly fold: number;
    readonly settings: StudySettings;
  },
): Promise<readonly NamedHead[]> {
  const drawn = balancedPersons(known, settings.seed, fold);
  const trainings: (readonly [HeadKind, readonly EmbeddedSubject[]])[] = [
    ['plain', known],
    ['masked', known],
  ];
  for (const kind of drawn === null ? [] : (['balanced', 'fewer'] as const))
    trainings.push([kind, known.filter(({ person }) => drawn?.[kind].has(person) === true)]);
  return Promise.all(
    trainings.map(async ([kind, photos]) => ({ kind, head: await trainFold(signal, info, photos, kind) })),
  );
}

async function tryAll(
  signal: AbortSignal,
  settings: StudySettings,
  {
    heads,
    asked,
    folds,
  }: { readonly heads: readonly NamedHead[]; readonly asked: readonly Subject[]; readonly folds: Folds },
  tell: Tell,
): Promise<readonly HeadTrial[]> {
  // Whatever is ready first: the order of the trials, and so of what is resampled, stays.
  const trials = asked.map((): HeadTrial[] => []);
  let done = 0;
  await forEachAtOnce([...asked.entries()], await photosAtOnce(), async ([i, subject]) => {
    const crops = await heldOutCrops(signal, settings.network, subject, folds.heldOut, settings.seed);
    for (const [copy, crop] of crops.entries()) {
      const held = { crop, photo: `${subject.id} ${copy}` };
      for (const head of heads) trials[i]?.push(...(await tryHead(signal, settings, head, subject, held)));
    }
    done += 1;
    tell(
      done,
      asked.length,
      folds.heldOut === 'photos' ? 'Trying the heads on held-out photos' : 'Trying the heads on changed copies',
    );
  });
  return trials.flat();
}

async function summarise(signal: AbortSignal, trials: readonly HeadTrial[], { seed, resamples }: StudySettings) {
  const steps = trainingSteps(trials, { seed, resamples: Math.min(mostResamples, resamples) });
  for (;;) {
    await rest(signal);
    const step = steps.next();
    if (step.done) return step.value;
  }
}
