import { galleryStore } from '../../../src/page/state/gallery/gallery';
import type { IdentityHead } from '../../../src/shared/explain';
import { faceNetworkIds, openFaces, trainFor } from './openFaces';
import type { Measured, NetworkFacts } from './trial';
import { distancesTo, readSamples, type Sample, tryFaces } from './tryFaces';
import { type Variant, variants } from './variants';

/** Photos under way at a time: enough for two workers. */
const atOnce = 3;

/**
 * Enrols the bundled people and asks each network who is on every varied sample photo.
 * @param wanted the variants to try; all if absent
 * @param tell hears the share of the work that is done
 */
export async function measureRecognition(
  wanted: readonly Variant[] = variants,
  tell: (fraction: number) => void = () => {},
): Promise<Measured & { readonly heads: readonly IdentityHead[] }> {
  const { signal } = new AbortController();
  await openFaces(signal);
  const heads: IdentityHead[] = [];
  for (const network of faceNetworkIds) heads.push(await trainFor(signal, network));
  const samples = await readSamples(signal);
  const jobs = samples.flatMap((sample) => wanted.map((variant) => ({ sample, variant })));
  const total = jobs.length;
  let done = 0;
  const work = async () => {
    const trials = [];
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      trials.push(...(await tryFaces(signal, job.sample, job.variant, heads)));
      done += 1;
      tell(done / total);
    }
    return trials;
  };
  const trials = (await Promise.all(Array.from({ length: atOnce }, work))).flat();
  for (const { bitmap } of samples) bitmap.close();
  return { photoOf: photosOf(samples), networks: heads.map(factsOf), trials, heads };
}

const photosOf = (samples: readonly Sample[]) => samples.flatMap(({ faces }, photo) => faces.map(() => photo));

function factsOf(head: IdentityHead): NetworkFacts {
  const dimensions = head.references.length / head.owners.length;
  const distances = head.owners.flatMap((_, row) =>
    distancesTo(head, head.references.subarray(row * dimensions, (row + 1) * dimensions)),
  );
  const unknownDistance = head.unknownDistance < 2 ? head.unknownDistance : null;
  return { network: head.network, distances, lengths: lengthsFor(head.hash), unknownDistance };
}

/** Of the enrolled photos' embeddings, as the gallery keeps them. */
function lengthsFor(hash: string): readonly number[] {
  const photos = galleryStore.getState().people.flatMap(({ photos }) => photos);
  return photos.flatMap(({ embeddings }) => {
    const kept = embeddings[hash];
    return kept === undefined ? [] : [Math.hypot(...kept.values.subarray(0, kept.dimensions))];
  });
}
