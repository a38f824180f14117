import { compareGroupNames } from './groupOrder';

/** What the folders on one level are: the user says it. */
export type LevelRole = 'group' | 'person' | 'nothing';

/** One level of folders, from the outermost. */
export interface FolderLevel {
  /** Different folders on it, by name. */
  readonly names: readonly string[];
}

const foldersOf = (path: string): readonly string[] => path.split('/').slice(0, -1);

/** The levels of folders that photos came in; none where they came without. */
export function folderLevels(paths: readonly string[]): readonly FolderLevel[] {
  const names: Set<string>[] = [];
  for (const path of paths)
    for (const [level, name] of foldersOf(path).entries()) {
      names[level] ??= new Set();
      names[level].add(name);
    }
  return names.map((found) => ({ names: [...found].sort(compareGroupNames) }));
}

/**
 * How the levels are read unless the user says otherwise: the innermost with more than one folder holds persons, the
 * one around it with more than one holds groups; what holds a single folder says nothing.
 */
export function likelyRoles(levels: readonly FolderLevel[]): readonly LevelRole[] {
  const telling = levels.flatMap(({ names }, level) => (names.length > 1 ? [level] : []));
  const [person, group] = [telling.at(-1), telling.at(-2)];
  return levels.map((_, level) => (level === person ? 'person' : level === group ? 'group' : 'nothing'));
}

/**
 * Whose photo a path says it is, and in which group; null where it does not. A person's folder counts with the group's
 * around it: `A/01` and `B/01` are two.
 */
export function readPath(path: string, roles: readonly LevelRole[]): { person: string | null; group: string | null } {
  const folders = foldersOf(path);
  const on = (role: LevelRole) => folders.filter((_, level) => roles[level] === role);
  const group = on('group').join(' / ') || null;
  const person = on('person').join(' / ') || null;
  return { person, group };
}

/**
 * Names of persons that stand in more than one group: `A/01` and `B/01`. As one person in two groups they would count
 * twice, so each gets its group's name before its own.
 */
export function sharedNames(paths: readonly string[], roles: readonly LevelRole[]): ReadonlySet<string> {
  const groups = new Map<string, Set<string | null>>();
  for (const path of paths) {
    const { person, group } = readPath(path, roles);
    if (person !== null) groups.set(person, (groups.get(person) ?? new Set()).add(group));
  }
  return new Set([...groups].flatMap(([person, { size }]) => (size > 1 ? [person] : [])));
}

/**
 * The persons and groups of photos by the folders they came in. A name that stands in several groups' folders is one
 * person in each of them.
 */
export function readPaths(
  paths: readonly string[],
  roles: readonly LevelRole[],
): readonly ReturnType<typeof readPath>[] {
  const shared = sharedNames(paths, roles);
  return paths.map((path) => {
    const { person, group } = readPath(path, roles);
    const own = person !== null && shared.has(person) && group !== null ? `${group} / ${person}` : person;
    return { person: own, group };
  });
}
