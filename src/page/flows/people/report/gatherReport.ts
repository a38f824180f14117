import { FoveaError } from '../../../../shared/errors';
import { maskFills } from '../../../../shared/mask/maskFills';
import type { MaskedPhoto, StudyPhoto } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';
import { mapUnit } from '../../../../shared/people/mapUnit';
import { engine } from '../../../engine/instance';
import { paintFaceMask } from '../../../paint/people/paintFaceMask';
import { networksStore } from '../../../state/networks';
import { studyStore } from '../../../state/study';
import { loadNetwork } from '../../loadNetwork';
import { compareStudy } from '../compareStudy';
import { groupMaps } from '../groupMaps';
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
  await compareNow();
  const { settings, known, stamp, measured, failures, thumbnails, comparison, training } = studyStore.getState();
  if (settings === null || measured.size === 0)
    throw new FoveaError('There is nothing to report yet.', 'Add photos and measure them first.');
  const { info } = await loadNetwork(signal, settings.network);
  // Groups stand in one order, here as in every table; numbers in place of names follow it.
  const photos = [...studyStore.getState().photos].sort((a, b) => compareGroupNames(a.group, b.group));
  const { backend, renderer, precision } = await engine().device();
  const origin = networksStore.getState().entries.get(settings.network)?.spec.origin;
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
    failures: photos.flatMap(({ id }) => failures.get(id) ?? []),
    comparison,
    masked: await maskOf(photos, info.margin),
    maskedPhotos: studyStore.getState().masked?.measured ?? new Map(),
    training,
    maps: await mapsOf(signal, info.margin, choices),
    thumbnails: await facePictures(signal, thumbnails, choices.pictures),
  };
}

/** Sees to it that the groups are compared as they are now: with photos that were measured, and labels that were given, since. */
async function compareNow(): Promise<void> {
  if (studyStore.getState().work !== null) await compareStudy();
  while (studyStore.getState().comparing) await compareStudy();
}

/** What was measured under the mask; null without a mask, or before anything was. */
async function maskOf(photos: readonly StudyPhoto[], margin: number): Promise<ReportContent['masked']> {
  const { masked, maskedComparison, losses, settings } = studyStore.getState();
  if (masked === null || masked.measured.size === 0) return null;
  const { mask, name, measured, failures } = masked;
  const picture = await pngUrl(pictureSide, pictureSide, (context) =>
    paintFaceMask({ context, mask, margin, side: pictureSide }),
  );
  const { groups, under } = groupsOf();
  return {
    ...{ name, fills: maskFills(mask), picture, covered: coveredBy([...measured.values()]), photos: measured.size },
    failures: photos.flatMap(({ id }) => failures.get(id) ?? []),
    ...{ comparison: maskedComparison, losses },
    maps: await mapPictures({ groups: under, others: groups, margin, unit: mapUnit(settings?.method ?? 'grad-cam') }),
  };
}

/** The groups' maps without the mask, and under it; empty without one. */
function groupsOf() {
  const { measured, masked } = studyStore.getState();
  return { groups: groupMaps([...measured.values()]), under: groupMaps([...(masked?.measured.values() ?? [])]) };
}

function coveredBy(photos: readonly Pick<MaskedPhoto, 'covered'>[]): ReportMask['covered'] {
  const shares = photos.map(({ covered }) => covered);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { mean, least: Math.min(...shares), most: Math.max(...shares) };
}

/** Mean faces are made of photos, and of one person show that person: they come with the photos only. */
async function mapsOf(
  signal: AbortSignal,
  margin: number,
  { pictures }: ReportChoices,
): Promise<readonly ReportMaps[]> {
  const faces = pictures === 'included' ? { faces: await meanFaces(signal, () => {}) } : {};
  const { settings } = studyStore.getState();
  const { groups, under } = groupsOf();
  return mapPictures({ groups, others: under, margin, unit: mapUnit(settings?.method ?? 'grad-cam'), ...faces });
}
