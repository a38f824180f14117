import { noPhotos, peopleViewStore } from '../../state/peopleView';
import { studyStore, waitingPhotos } from '../../state/study';
import { draftPhotos } from './draftPhotos';
import { forgetDraftSteps } from './labelSteps';
import { measureWithMask } from './measureWithMask';
import { claimStudy } from './openStudy';
import { addToStudy, startStudy } from './startStudy';

/**
 * Measures the photos that wait: in a study of their own, or with the photos of the study that is there. They wait
 * until the study has taken them, so that nothing is lost where it cannot begin. Resolves when all are measured or it
 * is stopped; never rejects.
 */
export async function beginStudy(): Promise<void> {
  // Whether there is one is known only once what is kept on this device has been read; a new one would take its place.
  if (!(await claimStudy())) return;
  const { draft, wanted, opened } = peopleViewStore.getState();
  const files = new Map(draft.map((photo) => [photo.path, photo]));
  const sources = draftPhotos().flatMap(({ file: path, person, group }) => {
    const photo = files.get(path);
    return photo === undefined ? [] : [{ ...photo, person, group }];
  });
  const isNew = studyStore.getState().settings === null;
  const onTaken = () => {
    const { table } = peopleViewStore.getState();
    // What a table said of them stays in view.
    peopleViewStore.setState({ ...noPhotos, table, opened: null, wanted: {} });
    forgetDraftSteps();
  };
  await (isNew ? startStudy(sources, wanted, onTaken) : addToStudy(sources, onTaken));
  // A repeated study has its mask, too; one that was stopped waits for the user.
  const mask = opened?.mask ?? null;
  if (mask !== null && waitingPhotos(studyStore.getState()).length === 0)
    await measureWithMask(mask.strokes, mask.name);
}
