import type { StudyPhoto } from '../../../../shared/people';

export interface GroupCount {
  readonly group: string | null;
  readonly persons: number;
  readonly photos: number;
}

/** Persons and photos of each group by name, those in no group last. A photo of nobody named counts as a person of its own. */
export function groupCounts(photos: readonly StudyPhoto[]): readonly GroupCount[] {
  const groups = new Map<string | null, { readonly persons: Set<string>; photos: number }>();
  for (const { group, person, id } of photos) {
    const known = groups.get(group) ?? { persons: new Set<string>(), photos: 0 };
    known.persons.add(person === null ? `photo ${id}` : `person ${person}`);
    known.photos += 1;
    groups.set(group, known);
  }
  return [...groups]
    .map(([group, { persons, photos: number }]) => ({ group, persons: persons.size, photos: number }))
    .sort((a, b) => Number(a.group === null) - Number(b.group === null) || compare(a.group ?? '', b.group ?? ''));
}

const { compare } = new Intl.Collator('en', { numeric: true });
