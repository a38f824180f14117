import { nameKey } from '../galleryNames';
import type { StudyPhoto } from '../people';

/** Names of one group's persons that differ in nothing but case or compatible forms. */
export interface Spellings {
  readonly group: string | null;
  /** By how many photos have them, the most first; of as many, capitals first. */
  readonly names: readonly string[];
}

/**
 * Persons who count as several in one group, and whose names the gallery takes for one: “Anna” and “anna”. Names in
 * different groups are left alone: there may be an Anna in each.
 */
export function spellingsOf(photos: readonly Pick<StudyPhoto, 'person' | 'group'>[]): readonly Spellings[] {
  const found = new Map<string, { readonly group: string | null; readonly names: Map<string, number> }>();
  for (const { person, group } of photos) {
    if (person === null) continue;
    const key = JSON.stringify([group, nameKey(person)]);
    const own = found.get(key) ?? { group, names: new Map<string, number>() };
    own.names.set(person, (own.names.get(person) ?? 0) + 1);
    found.set(key, own);
  }
  return [...found.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ group, names }) => ({
      group,
      names: [...names].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name),
    }));
}
