import { beforeEach, expect, it, vi } from 'vitest';
import { addToDraft } from '../../../src/page/flows/people/addToDraft';
import { applyGroupsTable } from '../../../src/page/flows/people/applyGroupsTable';
import { assign } from '../../../src/page/flows/people/assign';
import { chooseLevel } from '../../../src/page/flows/people/chooseLevel';
import { draftPhotos } from '../../../src/page/flows/people/draftPhotos';
import { labelByFolders } from '../../../src/page/flows/people/labelByFolders';
import { forgetLabelSteps, redoLabels, undoLabels } from '../../../src/page/flows/people/labelSteps';
import { leaveOutDraft } from '../../../src/page/flows/people/leaveOutDraft';
import { removeStudy } from '../../../src/page/flows/people/removeStudy';
import { renameGroup } from '../../../src/page/flows/people/renameGroup';
import { labelHistory, noLabels } from '../../../src/page/state/labelHistory';
import { noPhotos, peopleViewStore } from '../../../src/page/state/peopleView';
import { noStudy, studyStore } from '../../../src/page/state/study';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ run: () => new Promise(() => {}) }) }));

const settings = { network: 'net', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const photo = (file: string, person: string | null, group: string | null) => ({
  id: `id ${file}`,
  file,
  person,
  group,
});
const first = [
  photo('2019/North/Anna/1.jpg', 'Anna', 'North'),
  photo('2019/South/Bo/2.jpg', 'Bo', 'South'),
  photo('2020/South/Cy/3.jpg', 'Cy', 'South'),
  photo('loose.jpg', null, null),
];

const groups = () => studyStore.getState().photos.map(({ group }) => group);
const said = () => studyStore.getState().photos.map(({ person, group }) => `${person} ${group}`);
const steps = () => {
  const { pastStates, futureStates } = labelHistory.temporal.getState();
  return [pastStates.length, futureStates.length];
};
const table = (text: string) => applyGroupsTable(new AbortController().signal, new File([text], 'groups.csv'));

beforeEach(() => {
  forgetLabelSteps();
  peopleViewStore.setState(noPhotos);
  studyStore.setState({ ready: true, ...noStudy, settings, photos: first });
});

it('takes each change of groups back in one step, and makes it again', async () => {
  const shown = [said()];
  const change = async (act: () => Promise<void>) => {
    await act();
    shown.push(said());
    expect(steps()).toEqual([shown.length - 1, 0]);
  };
  await change(() => renameGroup('South', 'East'));
  expect(groups()).toEqual(['North', 'East', 'East', null]);
  await change(() => renameGroup('East', null));
  expect(groups()).toEqual(['North', null, null, null]);
  await change(() => assign(new Map(first.slice(1).map(({ id }) => [id, { person: 'Dee', group: 'West' }]))));
  await change(() => table('file;person;group\n1.jpg;Eve;Far\nloose.jpg;Eve;Far'));
  expect(said()[0]).toBe('Eve Far');
  await change(() => labelByFolders(['group', 'nothing', 'person']));
  expect(said()).toEqual(['Anna 2019', 'Bo 2019', 'Cy 2020', 'Eve Far']);

  for (const before of shown.slice(0, -1).reverse()) {
    await undoLabels();
    expect(said()).toEqual(before);
  }
  await undoLabels();
  expect(said()).toEqual(shown[0]);
  expect(steps()).toEqual([0, 5]);
  for (const after of shown.slice(1)) {
    await redoLabels();
    expect(said()).toEqual(after);
  }
  // What a table told of the photos comes and goes with its step.
  expect(peopleViewStore.getState().table?.matched).toBe(2);
  await undoLabels();
  await undoLabels();
  expect(peopleViewStore.getState().table).toBeNull();
  await renameGroup('West', 'Worst');
  expect(steps()).toEqual([4, 0]);
});

it('has no step for what changes nothing', async () => {
  await assign(new Map([['id loose.jpg', { group: null }]]));
  await renameGroup('North', 'North');
  await table('nobody.jpg;North');
  expect(steps()).toEqual([0, 0]);
});

it('leaves photos alone that came after the step', async () => {
  await renameGroup('South', 'East');
  studyStore.setState({ photos: [...studyStore.getState().photos, photo('4.jpg', 'Flo', 'Late')] });
  await undoLabels();
  expect(groups()).toEqual(['North', 'South', 'South', null, 'Late']);
  await redoLabels();
  expect(groups()).toEqual(['North', 'East', 'East', null, 'Late']);
});

it('goes over what is said of photos that wait, by folder, hand and table, too', async () => {
  studyStore.setState({ ...noStudy });
  const read = () => draftPhotos().map(({ person, group }) => `${person} ${group}`);
  const file = (name: string) => new File(['x'], name, { lastModified: 1 });
  addToDraft(['A/1/x.jpg', 'A/2/y.jpg', 'B/3/z.jpg'].map((path) => ({ path, file: file(path) })));
  expect(read()).toEqual(['1 A', '2 A', '3 B']);
  chooseLevel(0, 'nothing');
  expect(read()).toEqual(['1 null', '2 null', '3 null']);
  await assign(new Map([['A/1/x.jpg', { group: 'C' }]]));
  addToDraft([{ path: 'B/4/w.jpg', file: file('w.jpg') }]);
  peopleViewStore.setState((view) => ({ said: new Map([...view.said, ['B/4/w.jpg', { group: 'Lot A' }]]) }));
  await undoLabels();
  expect(read()).toEqual(['1 null', '2 null', '3 null', '4 Lot A']);
  await undoLabels();
  expect(read()).toEqual(['1 A', '2 A', '3 B', '4 Lot A']);
  await redoLabels();
  await redoLabels();
  expect(read()).toEqual(['1 C', '2 null', '3 null', '4 Lot A']);
  // Taken into a study, or left out: their steps would change nothing, and are passed over.
  peopleViewStore.setState(noPhotos);
  await undoLabels();
  expect(steps()[0]).toBe(0);
});

it('gives photos that wait nothing that was said of others', async () => {
  const file = () => new File(['x'], 'x.jpg', { lastModified: 1 });
  const read = () => draftPhotos().map(({ person, group }) => `${person} ${group}`);
  const add = () => addToDraft(['A/1/x.jpg', 'B/2/y.jpg'].map((path) => ({ path, file: file() })));
  await renameGroup('South', 'East');
  add();
  chooseLevel(0, 'nothing');
  await assign(new Map([['A/1/x.jpg', { group: 'C' }]]));
  await renameGroup('East', 'West');
  await undoLabels();
  expect(steps()).toEqual([3, 1]);
  leaveOutDraft();
  // What was said of the study's photos can still be taken back, and made again.
  expect(steps()).toEqual([1, 1]);
  add();
  const fresh = read();
  expect(fresh).toEqual(['1 A', '2 B']);
  await redoLabels();
  expect([groups()[1], read()]).toEqual(['West', fresh]);
  await undoLabels();
  await undoLabels();
  expect([groups()[1], read(), steps()]).toEqual(['South', fresh, [0, 2]]);
});

it('keeps what a table told where a step is passed over, and how other folders are read', async () => {
  const add = (lastModified: number) =>
    addToDraft(['A/1/x.jpg', 'B/2/y.jpg'].map((path) => ({ path, file: new File(['x'], 'x.jpg', { lastModified }) })));
  add(1);
  chooseLevel(0, 'nothing');
  expect(steps()).toEqual([1, 0]);
  // Without leaving it out: the photos of the step are not there, and others have their path.
  peopleViewStore.setState(noPhotos);
  add(2);
  const roles = ['person', 'nothing'] as const;
  const told = { name: 'groups.csv', matched: 1, unmatched: [], ambiguous: [], missing: [] };
  peopleViewStore.setState({ roles, table: told });
  await undoLabels();
  expect(peopleViewStore.getState()).toMatchObject({ table: told, roles });
  expect(steps()).toEqual([0, 1]);
  await redoLabels();
  expect(peopleViewStore.getState()).toMatchObject({ table: told, roles });
});

it('has nothing of a study any more that was removed', async () => {
  addToDraft([{ path: 'A/1/x.jpg', file: new File(['x'], 'x.jpg') }]);
  await renameGroup('South', 'East');
  expect(labelHistory.getState().photos).toHaveLength(first.length);
  await removeStudy();
  expect(labelHistory.getState()).toEqual(noLabels);
  expect(steps()).toEqual([0, 0]);
});
