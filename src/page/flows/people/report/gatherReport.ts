import { FoveaError } from '../../../../shared/errors';
import { maskFills } from '../../../../shared/mask/maskFills';
import { mapUnit } from '../../../../shared/people/mapUnit';
import { networksStore } from '../../../state/networks';
import { studyStore } from '../../../state/study';
import { loadNetwork } from '../../loadNetwork';
import { groupMaps } from '../groupMaps';
import { meanFaces } from '../meanFaces';
import { facePictures } from './facePictures';
import { mapPictures } from './mapPictures';
import type { ReportChoices, ReportContent, ReportMaps } from './reportContent';

/**
 * All that a report tells of the study as it stands.
 * @throws FoveaError when nothing is measured, or the network cannot be loaded; the signal's reason when aborted
 */
export async function gatherReport(signal: AbortSignal, choices: ReportChoices): Promise<ReportContent> {
  const { settings, known, photos, measured, failures, thumbnails, comparison, training } = studyStore.getState();
  if (settings === null || measured.size === 0)
    throw new FoveaError('There is nothing to report yet.', 'Add photos and measure them first.');
  const { info } = await loadNetwork(signal, settings.network);
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
    target: known.length > 0 ? 'identity' : 'class',
    gallery: known.length,
    photos,
    measured,
    failures: [...failures.values()],
    comparison,
    masked: maskOf(),
    maskedPhotos: studyStore.getState().masked?.measured ?? new Map(),
    training,
    maps: await mapsOf(signal, info.margin, choices),
    thumbnails: await facePictures(signal, thumbnails, choices.pictures),
  };
}

function maskOf(): ReportContent['masked'] {
  const { masked, maskedComparison, losses } = studyStore.getState();
  if (masked === null || masked.measured.size === 0) return null;
  const { name, measured, failures } = masked;
  return {
    ...{ name, fills: maskFills(masked.mask), photos: measured.size, failures: failures.size },
    ...{ comparison: maskedComparison, losses },
  };
}

/** Mean faces are made of photos, and of one person show that person: they come with the photos only. */
async function mapsOf(
  signal: AbortSignal,
  margin: number,
  { pictures }: ReportChoices,
): Promise<readonly ReportMaps[]> {
  const faces = pictures === 'included' ? { faces: await meanFaces(signal, () => {}) } : {};
  const { settings, measured, masked } = studyStore.getState();
  const unit = mapUnit(settings?.method ?? 'grad-cam');
  const open = await mapPictures({ groups: groupMaps([...measured.values()]), margin, unit, prefix: '', ...faces });
  if (masked === null) return open;
  const groups = groupMaps([...masked.measured.values()]);
  return [...open, ...(await mapPictures({ groups, margin, unit, prefix: `${masked.name}: ` }))];
}
