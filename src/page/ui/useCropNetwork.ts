import type { LoadedNetwork } from '../../shared/network';
import { facesStore } from '../state/faces';
import { networksStore } from '../state/networks';
import { useStore } from '../state/useStore';

/** The network that the face on the bench was cropped for; null while there is none. */
export function useCropNetwork(): LoadedNetwork | null {
  const id = useStore(facesStore, ({ crop }) => crop?.network ?? null);
  return useStore(networksStore, ({ entries }) => (id === null ? null : (entries.get(id)?.loaded ?? null)));
}
