import type { StudyPhoto } from '../../../shared/people';
import type { FoundFile } from '../../intake/people/foundFile';

/**
 * Which given files are photos that the study misses: those of the same path, and those of which one path ends with the
 * other, where no second file and no second photo would do as well. A name alone does not tell: another person’s folder
 * may hold a photo of the same name.
 * @returns files by photo id, each file once
 */
export function matchMissing(
  missing: readonly StudyPhoto[],
  given: readonly FoundFile[],
): ReadonlyMap<string, FoundFile> {
  const matched = new Map<string, FoundFile>();
  const byPath = new Map(given.map((one) => [one.path, one]));
  for (const { id, file } of missing) {
    const same = byPath.get(file);
    if (same !== undefined) matched.set(id, same);
  }
  const taken = new Set(matched.values());
  const files = byName(
    given.filter((one) => !taken.has(one)),
    ({ path }) => path,
  );
  const photos = byName(
    missing.filter(({ id }) => !matched.has(id)),
    ({ file }) => file,
  );
  for (const [name, waiting] of photos) {
    const named = files.get(name) ?? [];
    for (const photo of waiting) {
      const [one, ...others] = named.filter(({ path }) => isEnd(path, photo.file));
      if (one === undefined || others.length > 0) continue;
      if (waiting.filter(({ file }) => isEnd(one.path, file)).length === 1) matched.set(photo.id, one);
    }
  }
  return matched;
}

/** So that each is compared with those of its own name only: there may be thousands. */
function byName<Item>(items: readonly Item[], pathOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(pathOf(item));
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [item]);
    else known.push(item);
  }
  return groups;
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Whether one path is the other without its outer folders. */
const isEnd = (a: string, b: string) => `/${a}`.endsWith(`/${b}`) || `/${b}`.endsWith(`/${a}`);
