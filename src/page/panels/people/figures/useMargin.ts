import { networksStore } from '../../../state/networks';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';

/** How much of the face's surroundings the study's network gets, and its maps cover. */
export function useMargin(): number {
  const network = useStore(studyStore, ({ settings }) => settings?.network ?? '');
  return useStore(networksStore, ({ entries }) => {
    const entry = entries.get(network);
    return entry?.loaded?.info.margin ?? entry?.spec.margin ?? 0;
  });
}
