import { peopleViewStore, type Said } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { setLabels } from './setLabels';

/**
 * Gives photos of the study, and those that wait for one, a person, a group, or both, by their ids; what is left out stays.
 * A new map, so that nothing is half done.
 */
export async function assign(changes: ReadonlyMap<string, Said>): Promise<void> {
  const ids = new Set(studyStore.getState().photos.map(({ id }) => id));
  const ofStudy = new Map([...changes].filter(([id]) => ids.has(id)));
  const waiting = [...changes].filter(([id]) => !ids.has(id));
  if (waiting.length > 0)
    peopleViewStore.setState(({ said }) => {
      const next = new Map(said);
      for (const [id, change] of waiting) next.set(id, { ...next.get(id), ...change });
      return { said: next };
    });
  if (ofStudy.size > 0) await setLabels(ofStudy);
}
