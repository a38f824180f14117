import { sourceLine } from '../../../../shared/people/sourceLine';
import { networksStore } from '../../../state/networks';
import { studyStore } from '../../../state/study';
import { useStore } from '../../../state/useStore';

/** What a table or picture of the study says of itself: network, layer, method, target, mask, scale. */
export function useSource(scale: string, mask: string | null = null): string {
  const target = useStore(studyStore, ({ known }) => (known.length > 0 ? 'identity' : 'class'));
  return useLine(target, mask, scale);
}

/** The same of a table of trained heads. */
export const useTrainingSource = (scale: string): string => useLine('trained', null, scale);

function useLine(target: 'identity' | 'class' | 'trained', mask: string | null, scale: string): string {
  const settings = useStore(studyStore, (state) => state.settings);
  const id = settings?.network ?? '';
  const networkName = useStore(networksStore, ({ entries }) => entries.get(id)?.spec.name ?? id);
  return settings === null ? '' : sourceLine({ settings, networkName, target, mask, scale });
}
