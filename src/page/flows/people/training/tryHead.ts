import type { Picture } from '../../../../shared/ascent';
import type { Crop } from '../../../../shared/calls/faceCalls';
import type { IdentityHead } from '../../../../shared/explain';
import { defaultMethodSettings } from '../../../../shared/explain';
import type { Region } from '../../../../shared/face';
import type { StudySettings } from '../../../../shared/people';
import type { HeadTrial } from '../../../../shared/people/headTrials';
import { perRegion } from '../../../../shared/people/quantities';
import type { HeadKind } from '../../../../shared/people/trainingStudy';
import { blackenRegions } from '../../../../shared/raster/blackenRegions';
import { regionHeat } from '../../../../shared/raster/regionHeat';
import { engine } from '../../../engine/instance';
import { targetHead } from '../../faces/targetHead';
import { trainingPriority as priority, type Subject, viewNames, views } from './subject';

/**
 * How a head names a held-out face in every view, and where the network looks for that person: the map of the own name.
 * Empty where the head does not know the person. @throws FoveaError; the signal's reason
 */
export async function tryHead(
  signal: AbortSignal,
  settings: StudySettings,
  { kind, head }: { readonly kind: HeadKind; readonly head: IdentityHead },
  subject: Subject,
  { crop, photo }: { readonly crop: Crop; readonly photo: string },
): Promise<readonly HeadTrial[]> {
  const index = head.names.indexOf(subject.person);
  if (index < 0) return [];
  return Promise.all(
    viewNames.map(async (view): Promise<HeadTrial> => {
      const input = blackenRegions(crop.input, crop.regions, views[view]);
      const answer = await ask(signal, settings, head, index, input);
      return { head: kind, view, photo, ...labelsOf(subject), ...answer.trial, regions: sharesOf(answer, crop) };
    }),
  );
}

const labelsOf = ({ id, person, group }: Subject) => ({ source: id, person, group });

async function ask(signal: AbortSignal, settings: StudySettings, head: IdentityHead, index: number, input: Picture) {
  const { network, layer, method, seed } = settings;
  const target = { kind: 'identity', head: targetHead(head), index } as const;
  const [{ identity }, { map }] = await Promise.all([
    engine().run(signal, 'recognise', { network, input, head }, { priority }),
    engine().run(
      signal,
      'explain',
      { network, input, target, layer, method, settings: { ...defaultMethodSettings, seed } },
      { priority },
    ),
  ]);
  const scores = identity?.scores ?? [];
  const own = scores[index];
  const isFirst = own !== undefined && scores.every(({ logit }) => logit <= own.logit);
  return { map, trial: { right: isFirst, probability: own?.probability ?? 0 } };
}

function sharesOf(
  { map }: Awaited<ReturnType<typeof ask>>,
  { regions, input }: Crop,
): Readonly<Record<Region, number>> {
  const heat = regionHeat(map, regions, [input.height, input.width]);
  return perRegion((region) => heat.find((one) => one.region === region)?.share ?? 0);
}
