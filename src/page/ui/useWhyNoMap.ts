import { whyNoMap } from '../../shared/whyNoMap';
import { facesStore } from '../state/faces';
import { useStore } from '../state/useStore';
import { useCropNetwork } from './useCropNetwork';

/** Why the face on the bench, recognised as it is, gets no map; null while one is to be had. */
export function useWhyNoMap(): string | null {
  const info = useCropNetwork()?.info ?? null;
  const recognised = useStore(facesStore, ({ recognition, stage }) => recognition !== null && stage === null);
  const named = useStore(facesStore, ({ head }) => head !== null);
  return info === null || !recognised ? null : whyNoMap(info, named);
}
