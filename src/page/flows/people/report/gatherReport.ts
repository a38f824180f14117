import { FoveaError } from '../../../../shared/errors';
import { maskFills } from '../../../../shared/mask/maskFills';
import type { MaskedPhoto, StudySettings } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';
import { mapUnit } from '../../../../shared/people/mapUnit';
import { engine } from '../../../engine/instance';
import { paintFaceMask } from '../../../paint/people/paintFaceMask';
import { networksStore } from '../../../state/networks';
import { type StudyState, studyStore } from '../../../state/study';
import { loadNetwork } from '../../loadNetwork';
import { compareStudy } from '../compareStudy';
import { groupMaps, type NamedGroupMap } from '../groupMaps';
import { meanFaces } from '../meanFaces';
import { facePictures } from './facePictures';
import { mapPictures } from './mapPictures';
import { pictureSide } from './pictureSide';
import { pngUrl } from './pngUrl';
import type { ReportChoices, ReportContent, ReportMaps, ReportMask } from './reportContent';

/**
 * All that a report tells of the study as it stands.
 * @throws FoveaError when nothing is measured, or the network cannot be loaded; the signal's reason when aborted
 */
export async function gatherReport(signal: AbortSignal, choices: ReportChoices): Promise<ReportContent> {
  const { id } = settingsOf(studyStore.getState());
  const { info } = await loadNetwork(signal, id);
  const { backend, renderer, precision } = await engine().device();
  const origin = networksStore.getState().entries.get(id)?.spec.origin;
  // All that follows is of one moment, whatever is measured or labelled meanwhile.
  const study = await comparedStudy(signal);
  const { settings } = settingsOf(study);
  const { known, stamp, measured, failures, thumbnails, comparison, masked, training } = study;
  // Groups stand in one order, here as in every table; numbers in place of names follow it.
  const photos = [...study.photos].sort((a, b) => compareGroupNames(a.group, b.group));
  const maps: Maps = {
    groups: groupMaps([...measured.values()]),
    under: groupMaps([...(masked?.measured.values() ?? [])]),
    ...{ margin: info.margin, unit: mapUnit(settings.method) },
  };
  return {
    ...choices,
    created: new Date().toISOString(),
    settings,
    network: {
      ...{ id: info.id, name: info.name, hash: info.hash, parameters: info.parameters },
      ...{ input: info.input, preprocessing: info.preprocessing },
      origin: origin === undefined ? null : `${origin.source}; ${origin.licence}; ${origin.citation}`,
    },
    device: { backend, renderer, precision },
    stamp,
    target: known.length > 0 ? 'identity' : 'class',
    gallery: known.length,
    photos,
    measured,
    failures: photos.flatMap(({ id: photo }) => failures.get(photo) ?? []),
    comparison,
    masked: await maskOf({ ...study, photos }, maps),
    maskedPhotos: masked?.measured ?? new Map(),
    training,
    maps: await mapsOf(signal, maps, choices),
    thumbnails: await facePictures(signal, thumbnails, choices.pictures),
  };
}

/** @throws FoveaError when nothing is measured */
function settingsOf({ settings, measured }: StudyState): { readonly id: string; readonly settings: StudySettings } {
  if (settings === null || measured.size === 0)
    throw new FoveaError('There is nothing to report yet.', 'Add photos and measure them first.');
  return { id: settings.network, settings };
}

/**
 * The study with the groups compared as they are, with photos that were measured, and labels that were given, since
 * they were compared last; what is measured while they are compared is left to the next report.
 */
async function comparedStudy(signal: AbortSignal): Promise<StudyState> {
  for (;;) {
    const before = studyStore.getState();
    if (before.work !== null || before.comparing) await compareStudy();
    signal.throwIfAborted();
    const after = studyStore.getState();
    const { settings, photos, measured, failures, thumbnails, masked } = before;
    if (!after.comparing && after.photos === photos && after.settings === settings)
      return { ...after, measured, failures, thumbnails, masked };
  }
}

interface Maps {
  /** Without the mask, and under it; empty without one. */
  readonly groups: readonly NamedGroupMap[];
  readonly under: readonly NamedGroupMap[];
  readonly margin: number;
  readonly unit: string;
}

/** What was measured under the mask; null without a mask, or before anything was. */
async function maskOf(
  { masked, maskedComparison, losses, photos }: StudyState,
  { groups, under, margin, unit }: Maps,
): Promise<ReportContent['masked']> {
  if (masked === null || masked.measured.size === 0) return null;
  const { mask, name, measured, failures } = masked;
  const picture = await pngUrl(pictureSide, pictureSide, (context) =>
    paintFaceMask({ context, mask, margin, side: pictureSide }),
  );
  return {
    ...{ name, fills: maskFills(mask), picture, covered: coveredBy([...measured.values()]), photos: measured.size },
    failures: photos.flatMap(({ id }) => failures.get(id) ?? []),
    ...{ comparison: maskedComparison, losses },
    maps: await mapPictures({ groups: under, others: groups, margin, unit, mask }),
  };
}

function coveredBy(photos: readonly Pick<MaskedPhoto, 'covered'>[]): ReportMask['covered'] {
  const shares = photos.map(({ covered }) => covered);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { mean, least: Math.min(...shares), most: Math.max(...shares) };
}

/** Mean faces are made of photos, and of one person show that person: they come with the photos only. */
async function mapsOf(
  signal: AbortSignal,
  { groups, under, margin, unit }: Maps,
  { pictures }: ReportChoices,
): Promise<readonly ReportMaps[]> {
  const faces = pictures === 'included' ? { faces: await meanFaces(signal, () => {}) } : {};
  return mapPictures({ groups, others: under, margin, unit, ...faces });
}
