import type { MeasuredPhoto, StudyPhoto } from '../../../../shared/people';
import { compareGroupNames } from '../../../../shared/people/groupOrder';

export interface GroupCount {
  readonly group: string | null;
  readonly persons: number;
  readonly photos: number;
  /** Photos that could not be measured: they are in no figure, and not among `photos`. */
  readonly failed: number;
}

type Study = {
  readonly measured: ReadonlyMap<string, Pick<MeasuredPhoto, 'person'>>;
  readonly failures: ReadonlyMap<string, unknown>;
};

/**
 * Persons and photos of each group by name, those in no group last. Whose a photo is that nobody was named for, its
 * measurement says, as in the statistics; until it is measured it counts as a person of its own. What failed counts by
 * itself.
 */
export function groupCounts(photos: readonly StudyPhoto[], { measured, failures }: Study): readonly GroupCount[] {
  const groups = new Map<string | null, { readonly persons: Set<string>; photos: number; failed: number }>();
  for (const { group, person, id } of photos) {
    const known = groups.get(group) ?? { persons: new Set<string>(), photos: 0, failed: 0 };
    groups.set(group, known);
    if (failures.has(id)) {
      known.failed += 1;
      continue;
    }
    const whose = person ?? measured.get(id)?.person ?? null;
    known.persons.add(whose === null ? `photo ${id}` : `person ${whose}`);
    known.photos += 1;
  }
  return [...groups]
    .map(([group, { persons, ...numbers }]) => ({ group, persons: persons.size, ...numbers }))
    .sort((a, b) => compareGroupNames(a.group, b.group));
}
