import { FoveaError, toSentError } from '../../../shared/errors';
import type { Region } from '../../../shared/face';
import type { Interval, MeasuredPhoto, StudyPhoto, TooFew } from '../../../shared/people';
import { engine } from '../../engine/instance';
import { type CompareOptions, type ReadCompareOptions, readCompareOptions } from '../../intake/compareOptions';
import { photoFromBlobOrImageData } from '../../intake/photo/photoFromBlobOrImageData';
import { defaultMapLayer, mapLayers } from '../faces/defaultMapLayer';
import { loadNetwork } from '../loadNetwork';
import { rowOf } from '../people/compareStudy';
import { defaultResamples, defaultStudySettings } from '../people/defaultStudySettings';
import { forEachAtOnce } from '../people/forEachAtOnce';
import { keepFaceOf } from '../people/keepFace';
import { withoutPixels } from '../people/keepMeasurement';
import { labelMeasurement } from '../people/labelMeasurement';
import { measureKept } from '../people/measureKept';
import { photosAtOnce } from '../people/measureStudy';
import { type StudyPlan, studyPlan } from '../people/studyPlan';

export interface ConsoleComparison {
  /** One entry a photo that was measured, in the order given. `probability` is that of `label`. */
  readonly people: readonly {
    readonly name: string;
    readonly group: string | null;
    readonly label: string;
    readonly probability: number;
    readonly regions: Readonly<Record<Region, number>>;
  }[];
  /** `n`: persons. `low` and `high` are as `Interval` has them. */
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    readonly regions: Readonly<Record<Region, Interval>>;
  }[];
  /** The first group minus the second; none for groups of fewer persons than `tooFew.needed`. */
  readonly differences: readonly {
    readonly region: Region;
    readonly groups: readonly [string, string];
    readonly difference: number;
    readonly low: number;
    readonly high: number;
    readonly bounded?: true;
    readonly p: number;
    readonly q: number;
  }[];
  /** Why some groups are not compared; null where all are. */
  readonly tooFew: TooFew | null;
  /** Photos that could not be measured, by their place among those given. */
  readonly failures: readonly { readonly photo: number; readonly message: string; readonly remedy: string }[];
}

/**
 * People in groups, for scripts: measured as the People bench measures them, and nothing of it kept.
 * @throws FoveaError when the options make no sense or no photo can be measured; the signal's reason
 */
export async function compareForConsole(given: CompareOptions): Promise<ConsoleComparison> {
  const options = readCompareOptions(given);
  const { signal, network, layer, method, seed, photos } = options;
  const wanted = { network, method: method.id, seed, resamples: defaultResamples };
  const chosen = await defaultStudySettings(signal, { ...wanted, layer: await layerOf(signal, network, layer) });
  const plan = await studyPlan(signal, chosen, () => {});
  const measured = photos.map((): MeasuredPhoto | null => null);
  const failures: ConsoleComparison['failures'][number][] = [];
  await forEachAtOnce([...photos.entries()], await photosAtOnce(), async ([i, photo]) => {
    try {
      measured[i] = await measureOne(signal, plan, photo, i);
    } catch (error) {
      signal.throwIfAborted();
      const { message, remedy } = toSentError(error);
      failures.push({ photo: i, message, remedy });
    }
  });
  failures.sort((a, b) => a.photo - b.photo);
  const people = measured.filter((one) => one !== null);
  const [failure] = failures;
  if (people.length === 0 && failure !== undefined) throw new FoveaError(noneMessage(failures), failure.remedy);
  return { ...(await compare(options, people)), failures };
}

const noneMessage = ([first, ...others]: ConsoleComparison['failures']): string =>
  others.length === 0
    ? (first?.message ?? '')
    : `None of the ${others.length + 1} photos could be measured; of the first: ${first?.message}`;

/**
 * The layer that is asked for, or the network's own default: a script's answer does not depend on what is on the
 * screen.
 */
async function layerOf(signal: AbortSignal, network: string, layer: string | undefined): Promise<string> {
  const loaded = await loadNetwork(signal, network);
  if (layer === undefined) return defaultMapLayer(loaded) ?? '';
  if (mapLayers(loaded, { kind: 'class' }).some(({ name }) => name === layer)) return layer;
  throw new FoveaError(`${loaded.info.name} has no layer “${layer}” with a map.`, 'fovea.layers(network) lists them.');
}

async function measureOne(
  signal: AbortSignal,
  plan: StudyPlan,
  { picture, name, group }: ReadCompareOptions['photos'][number],
  index: number,
): Promise<MeasuredPhoto> {
  const face = await keepFaceOf(signal, await photoFromBlobOrImageData(signal, picture));
  const measured = await measureKept(signal, plan, face);
  const photo: StudyPhoto = {
    id: String(index),
    file: `photo ${index + 1}`,
    person: name ?? null,
    group: group ?? null,
  };
  return labelMeasurement(withoutPixels(face, measured), photo, plan.head?.names ?? []);
}

async function compare(
  { signal, seed }: ReadCompareOptions,
  people: readonly MeasuredPhoto[],
): Promise<Omit<ConsoleComparison, 'failures'>> {
  const rows = people.map(rowOf);
  const request = { rows, seed, resamples: defaultResamples, quantities: ['region'] } as const;
  const { groups, differences, tooFew } = await engine().run(signal, 'comparePeople', request);
  return {
    people: people.map(({ person, group, label, probability, regions }) => ({
      ...{ name: person, group, label, probability, regions },
    })),
    groups: groups.map(({ group, persons, regions }) => ({ group, n: persons, regions })),
    differences: differences.flatMap(({ quantity, groups: pair, difference, low, high, bounded, p, q }) =>
      quantity.kind === 'region'
        ? [{ region: quantity.region, groups: pair, difference, low, high, ...(bounded && { bounded }), p, q }]
        : [],
    ),
    tooFew,
  };
}
