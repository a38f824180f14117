import type { HeadTrial } from '../../../../shared/people/headTrials';
import type { TrainingStudy } from '../../../../shared/people/trainingStudy';
import type { Subject } from './subject';

/**
 * On whom the plain head was tried, and who was left out: a photo that is the only one of its person is in no head that
 * could be asked for it, and a face that is not kept any more cannot be asked for.
 */
export function countTried(
  subjects: readonly Subject[],
  trials: readonly Pick<HeadTrial, 'head' | 'source' | 'person'>[],
): Pick<TrainingStudy, 'persons' | 'photos' | 'leftOut'> {
  const plain = trials.filter(({ head }) => head === 'plain');
  const persons = new Set(plain.map(({ person }) => person));
  const everybody = new Set(subjects.map(({ person }) => person));
  return {
    persons: persons.size,
    photos: new Set(plain.map(({ source }) => source)).size,
    leftOut: [...everybody].filter((person) => !persons.has(person)),
  };
}
