import type { StudyPhoto } from '../../../../shared/people';
import type { TrainingStudy } from '../../../../shared/people/trainingStudy';

/**
 * A training as what it is by now: outdated where photos have other persons or groups than when it began. Those that
 * have come or gone since change nobody's.
 */
export function dateTraining(
  { outdated: _, ...training }: TrainingStudy,
  then: readonly StudyPhoto[],
  now: readonly StudyPhoto[],
): TrainingStudy {
  const byId = new Map(now.map((photo) => [photo.id, photo]));
  const isOther = then.some((photo) => {
    const { person, group } = byId.get(photo.id) ?? photo;
    return person !== photo.person || group !== photo.group;
  });
  return isOther ? { ...training, outdated: true } : training;
}
