import type { FaceMap, GroupMap, MeasuredPhoto } from '../../../shared/people';
import { averageMaps, subtractMaps } from '../../../shared/people/averageMaps';
import { compareGroupNames } from '../../../shared/people/groupOrder';

export interface NamedGroupMap extends GroupMap {
  readonly group: string;
}

/** Mean and spread of the maps of each group, by name; photos in no group are left out. */
export function groupMaps(
  photos: readonly Pick<MeasuredPhoto, 'person' | 'group' | 'map'>[],
): readonly NamedGroupMap[] {
  const groups = new Map<string, (typeof photos)[number][]>();
  for (const photo of photos) {
    if (photo.group === null) continue;
    const known = groups.get(photo.group);
    if (known === undefined) groups.set(photo.group, [photo]);
    else known.push(photo);
  }
  return [...groups]
    .sort(([a], [b]) => compareGroupNames(a, b))
    .flatMap(([group, members]) => {
      const averaged = averageMaps(members);
      return averaged === null ? [] : [{ group, ...averaged }];
    });
}

export interface MapDifference {
  readonly groups: readonly [NamedGroupMap, NamedGroupMap];
  /** The first group's mean minus the second's, raw. */
  readonly map: FaceMap;
}

/** Differences of the mean maps of each two groups. */
export const mapDifferences = (groups: readonly NamedGroupMap[]): readonly MapDifference[] =>
  groups.flatMap((first, i) =>
    groups
      .slice(i + 1)
      .map((second): MapDifference => ({ groups: [first, second], map: subtractMaps(first.mean, second.mean) })),
  );

/**
 * One raw scale for maps: from 0, or as far to both sides where one of them has negative values or `signed` says so.
 */
export function commonRange(maps: readonly FaceMap[], signed = false): readonly [number, number] {
  let [least, most] = [0, 0];
  for (const { values } of maps)
    for (const value of values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  const reach = Math.max(most, -least);
  return signed || least < 0 ? [-reach, reach] : [0, reach];
}
