import type { TrainingStudy } from '../../../../shared/people/trainingStudy';
import { createRandom } from '../../../../shared/random';
import type { Subject } from './subject';

const mostFolds = 5;

/** How photos are held out: each in the fold of its index. */
export interface Folds {
  readonly heldOut: TrainingStudy['heldOut'];
  readonly folds: number;
  /** Of each subject. */
  readonly fold: readonly number[];
}

/**
 * Cross-validation by photo: a person's photos are dealt to up to five folds in turn, so that every head knows every
 * person by other photos. Where not even two persons have two photos, everything is trained on, and changed copies are
 * held out.
 */
export function foldsOf(subjects: readonly Subject[]): Folds {
  const counts = new Map<string, number>();
  const dealt = subjects.map(({ person }) => {
    const before = counts.get(person) ?? 0;
    counts.set(person, before + 1);
    return before;
  });
  const several = [...counts.values()].filter((count) => count > 1);
  if (several.length < 2) return { heldOut: 'copies', folds: 1, fold: dealt.map(() => 0) };
  const folds = Math.min(mostFolds, Math.max(...several));
  return { heldOut: 'photos', folds, fold: dealt.map((index) => index % folds) };
}

/**
 * As many persons of each group as the smallest has, drawn by a seed; and, to compare with, as many persons in all, of
 * any group. Null where no group is larger or there is only one. Who is in no group is in neither.
 */
export function balancedPersons(
  subjects: readonly Subject[],
  ...seeds: number[]
): { readonly balanced: ReadonlySet<string>; readonly fewer: ReadonlySet<string> } | null {
  const groups = new Map<string, Set<string>>();
  for (const { person, group } of subjects) {
    if (group !== null) groups.set(group, (groups.get(group) ?? new Set()).add(person));
  }
  const sizes = [...groups.values()].map(({ size }) => size);
  const fewest = Math.min(...sizes);
  if (sizes.length < 2 || sizes.every((size) => size === fewest)) return null;
  const random = createRandom(...seeds);
  const draw = (people: Iterable<string>, count: number) =>
    [...people]
      .map((person) => ({ person, place: random() }))
      .sort((a, b) => a.place - b.place)
      .slice(0, count)
      .map(({ person }) => person);
  const balanced = new Set([...groups.values()].flatMap((people) => draw(people, fewest)));
  const everybody = new Set([...groups.values()].flatMap((people) => [...people]));
  return { balanced, fewer: new Set(draw(everybody, balanced.size)) };
}
