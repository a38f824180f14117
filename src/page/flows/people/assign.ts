import { type GroupsTable, peopleViewStore, type Said } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { labelStep } from './labelSteps';
import { setLabels } from './setLabels';

/**
 * Gives photos of the study, and those that wait for one, a person, a group, or both, by their ids; what is left out
 * stays. One step that can be undone, and a new map, so that nothing is half done.
 * @param table that says so, and how it fits the photos
 */
export async function assign(changes: ReadonlyMap<string, Said>, table?: GroupsTable): Promise<void> {
  const ids = new Set(studyStore.getState().photos.map(({ id }) => id));
  const ofStudy = new Map([...changes].filter(([id]) => ids.has(id)));
  const waiting = [...changes].filter(([id]) => !ids.has(id));
  let kept = Promise.resolve();
  labelStep(() => {
    if (waiting.length > 0)
      peopleViewStore.setState(({ said }) => {
        const next = new Map(said);
        for (const [id, change] of waiting) next.set(id, { ...next.get(id), ...change });
        return { said: next };
      });
    if (ofStudy.size > 0) kept = setLabels(ofStudy);
    if (table !== undefined) peopleViewStore.setState({ table });
  });
  await kept;
}
