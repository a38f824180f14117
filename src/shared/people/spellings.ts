import { nameKey } from '../galleryNames';
import type { MeasuredPhoto, StudyPhoto } from '../people';

/** Names of one group's persons that differ in nothing but case or compatible forms. */
export interface Spellings {
  readonly group: string | null;
  /**
   * The gallery's, where photos that the user did not name count for it, first: it cannot be given another spelling
   * here. Then by how many photos have them, the most first; of as many, capitals first.
   */
  readonly names: readonly string[];
}

/**
 * Persons who count as several in one group, and whose names the gallery takes for one: “Anna” and “anna”. Names in
 * different groups are left alone: there may be an Anna in each.
 * @param measured by photo: the person whom the gallery found counts where the user named nobody
 */
export function spellingsOf(
  photos: readonly Pick<StudyPhoto, 'id' | 'person' | 'group'>[],
  measured: ReadonlyMap<string, Pick<MeasuredPhoto, 'person' | 'file'>>,
): readonly Spellings[] {
  const found = new Map<string, Found>();
  for (const { id, person: given, group } of photos) {
    const person = given ?? recognised(measured.get(id));
    if (person === null) continue;
    const key = JSON.stringify([group, nameKey(person)]);
    const own = found.get(key) ?? { group, names: new Map<string, number>(), fixed: new Set<string>() };
    own.names.set(person, (own.names.get(person) ?? 0) + 1);
    if (given === null) own.fixed.add(person);
    found.set(key, own);
  }
  return [...found.values()]
    .filter(({ names }) => names.size > 1)
    .map(({ group, names, fixed }) => ({
      group,
      names: [...names]
        .sort(([a, m], [b, n]) => Number(fixed.has(b)) - Number(fixed.has(a)) || n - m || (a < b ? -1 : 1))
        .map(([name]) => name),
    }));
}

interface Found extends Pick<Spellings, 'group'> {
  /** How many photos have each. */
  readonly names: Map<string, number>;
  /** The gallery's own. */
  readonly fixed: Set<string>;
}

/** Whom the gallery found; null where the photo is a person of its own, under its file. */
const recognised = (one: Pick<MeasuredPhoto, 'person' | 'file'> | undefined) =>
  one === undefined || one.person === one.file ? null : one.person;
