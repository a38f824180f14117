import { useMemo } from 'react';
import { groupMaps, type NamedGroupMap } from '../../../flows/people/groupMaps';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';

/** Mean map and spread of each group, by name; without a mask or under it. */
export function useGroupMaps(masked = false): readonly NamedGroupMap[] {
  const measured = useStore(studyStore, (state) => (masked ? state.masked?.measured : state.measured));
  return useMemo(() => groupMaps([...(measured?.values() ?? [])]), [measured]);
}
