import type { MeasuredPhoto, StudyPhoto } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';

export interface GroupCount {
  readonly group: string | null;
  readonly persons: number;
  readonly photos: number;
}

/**
 * Persons and photos of each group by name, those in no group last. Whose a photo is that nobody was named for, its
 * measurement says, as in the statistics; until it is measured it counts as a person of its own.
 */
export function groupCounts(
  photos: readonly StudyPhoto[],
  measured: ReadonlyMap<string, Pick<MeasuredPhoto, 'person'>>,
): readonly GroupCount[] {
  const groups = new Map<string | null, { readonly persons: Set<string>; photos: number }>();
  for (const { group, person, id } of photos) {
    const known = groups.get(group) ?? { persons: new Set<string>(), photos: 0 };
    const whose = person ?? measured.get(id)?.person ?? null;
    known.persons.add(whose === null ? `photo ${id}` : `person ${whose}`);
    known.photos += 1;
    groups.set(group, known);
  }
  return [...groups]
    .map(([group, { persons, photos: number }]) => ({ group, persons: persons.size, photos: number }))
    .sort((a, b) => compareGroupNames(a.group, b.group));
}
