import type { Picture } from '../../../shared/ascent';
import { studyStore } from '../../state/study';
import { meanFace } from './meanFace';

/**
 * The mean face of each group of the study, by the group's name; groups without a photo that can be shown are left out.
 * Nothing of it is kept: it is made when it is asked for.
 * @param tell photos that are done, of how many
 * @throws FoveaError when the network cannot be loaded; the signal's reason
 */
export async function meanFaces(
  signal: AbortSignal,
  tell: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Picture>> {
  const groups = new Map<string, string[]>();
  for (const { id, group } of studyStore.getState().measured.values())
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), id]);
  const total = [...groups.values()].reduce((sum, ids) => sum + ids.length, 0);
  const faces = new Map<string, Picture>();
  let done = 0;
  for (const [group, ids] of groups) {
    const face = await meanFace(signal, ids, () => {
      done += 1;
      tell(done, total);
    });
    if (face !== null) faces.set(group, face);
  }
  return faces;
}
