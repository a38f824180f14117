import { type Labels, labelHistory, noLabels } from '../../state/labelHistory';
import { peopleViewStore } from '../../state/peopleView';
import { studyStore } from '../../state/study';
import { setLabels } from './setLabels';

/**
 * Carries out a change of labels, which ends when this does, as one step that can be undone; none where nothing
 * changes.
 */
export function labelStep(change: () => void): void {
  const before = labelsNow();
  change();
  const after = labelsNow();
  if (areSame(before, after)) return;
  show(before);
  labelHistory.setState(after);
}

/** Takes the last step back. Photos that have come since keep their labels. Nothing happens without one. */
export const undoLabels = (): Promise<void> => go('undo');

export const redoLabels = (): Promise<void> => go('redo');

/** The study that the steps were of is gone: nothing of it stays, the labels after the last step included. */
export function forgetLabelSteps(): void {
  labelHistory.temporal.getState().clear();
  show(noLabels);
}

/** The photos that waited for a study do not any more: steps that changed them alone are gone, the others stay. */
export function forgetDraftSteps(): void {
  const { pastStates, futureStates } = labelHistory.temporal.getState();
  const now = withoutDraft(labelHistory.getState());
  labelHistory.temporal.setState({
    pastStates: stepsTo(now, (pastStates as Labels[]).map(withoutDraft)),
    futureStates: stepsTo(now, (futureStates as Labels[]).map(withoutDraft)),
  });
  show(now);
}

/** What a table told of such photos goes with them. */
const withoutDraft = (labels: Labels): Labels =>
  labels.draft.length === 0 ? labels : { ...noLabels, photos: labels.photos };

/** The states, the next one last, that the one after them in the list differs from; after the last one comes `now`. */
const stepsTo = (now: Labels, states: readonly Labels[]): Labels[] =>
  states.filter((labels, i) => !areSame(labels, states[i + 1] ?? now));

/** Steps of photos that are gone, or have been taken into the study since, are passed over: they change nothing. */
async function go(way: 'undo' | 'redo'): Promise<void> {
  const steps = () => labelHistory.temporal.getState()[way === 'undo' ? 'pastStates' : 'futureStates'].length;
  while (steps() > 0) {
    const before = labelsNow();
    show(before);
    labelHistory.temporal.getState()[way]();
    const then = labelHistory.getState();
    const kept = giveBack(then);
    if (areSame(before, labelsNow())) continue;
    peopleViewStore.setState({ table: then.table });
    return kept;
  }
}

/** What is there now, without a step: photos may have come since the last one. */
function show(labels: Labels): void {
  const { pause, resume } = labelHistory.temporal.getState();
  pause();
  labelHistory.setState(labels);
  resume();
}

/**
 * Gives photos the labels of another time: at once, and resolves when they are kept and compared. Another photo under a
 * path that was there then is another photo.
 */
function giveBack({ photos, draft, said: then, roles }: Labels): Promise<void> {
  const were = new Set(draft);
  peopleViewStore.setState((view) => {
    const still = view.draft.filter((photo) => were.has(photo));
    if (still.length === 0) return {};
    const said = new Map(view.said);
    for (const { path } of still) {
      const one = then.get(path);
      if (one === undefined) said.delete(path);
      else said.set(path, one);
    }
    return { said, roles: roles.length === view.roles.length ? roles : view.roles };
  });
  if (studyStore.getState().settings === null) return Promise.resolve();
  return setLabels(new Map(photos.map(({ id, person, group }) => [id, { person, group }])));
}

function labelsNow(): Labels {
  const { draft, said, roles, table } = peopleViewStore.getState();
  return { photos: studyStore.getState().photos, draft, said, roles, table };
}

const areSame = (a: Labels, b: Labels): boolean =>
  a.photos.length === b.photos.length &&
  a.photos.every((photo, i) => photo === b.photos[i]) &&
  JSON.stringify([[...a.said], a.roles]) === JSON.stringify([[...b.said], b.roles]);
