import type { GroupsLine } from './readGroupsCsv';

export interface MatchedGroups {
  /** What the table says of each photo, by its path. */
  readonly matched: ReadonlyMap<string, GroupsLine>;
  /** Lines whose file is not among the photos. */
  readonly unmatched: readonly GroupsLine[];
  /** Lines whose file name several photos have, in different folders: the table has to name the folder. */
  readonly ambiguous: readonly GroupsLine[];
  /** Photos that the table says nothing of. */
  readonly missing: readonly string[];
}

/** Paths are compared without regard to case and to the direction of slashes: tables come from other systems. */
const plain = (path: string) =>
  path
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .normalize('NFC')
    .toLowerCase();

/** Finds for each line the photo whose path ends with what the line calls its file. */
export function matchGroups(paths: readonly string[], lines: readonly GroupsLine[]): MatchedGroups {
  const byEnd = indexEnds(paths);
  const matched = new Map<string, GroupsLine>();
  const unmatched: GroupsLine[] = [];
  const ambiguous: GroupsLine[] = [];
  for (const line of lines) {
    const found = byEnd.get(plain(line.file)) ?? [];
    // A whole path goes before the same one deeper in another folder.
    const whole = found.filter((path) => plain(path) === plain(line.file));
    const [path, ...others] = whole.length === 1 ? whole : found;
    if (path === undefined) unmatched.push(line);
    else if (others.length > 0) ambiguous.push(line);
    else matched.set(path, line);
  }
  return { matched, unmatched, ambiguous, missing: paths.filter((path) => !matched.has(path)) };
}

/** Paths by each of their ends: 'photo.jpg', 'person/photo.jpg', 'group/person/photo.jpg'. */
function indexEnds(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byEnd = new Map<string, string[]>();
  for (const path of paths) {
    const parts = plain(path).split('/');
    for (let from = 0; from < parts.length; from += 1) {
      const end = parts.slice(from).join('/');
      const known = byEnd.get(end);
      if (known === undefined) byEnd.set(end, [path]);
      else known.push(path);
    }
  }
  return byEnd;
}
