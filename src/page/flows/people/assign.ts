import { peopleViewStore, type Said } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { setLabels } from './setLabels';

/** Gives photos a person, a group, or both, by their ids; what is left out stays. A new map, so that nothing is half done. */
export async function assign(changes: ReadonlyMap<string, Said>): Promise<void> {
  if (changes.size === 0) return;
  if (studyStore.getState().settings !== null) {
    await setLabels(changes);
    return;
  }
  peopleViewStore.setState(({ said }) => {
    const next = new Map(said);
    for (const [id, change] of changes) next.set(id, { ...next.get(id), ...change });
    return { said: next };
  });
}
