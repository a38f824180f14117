/** One file dropped on any bench: names for classes, or something else. */
import { beforeEach, expect, test, vi } from 'vitest';
import { addLabels } from '../../../src/page/flows/networks/addLabels';
import { takeLabels } from '../../../src/page/flows/networks/takeLabels';
import { addingNetworkStore } from '../../../src/page/state/addingNetwork';
import { benchStore } from '../../../src/page/state/bench';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import { selectionStore } from '../../../src/page/state/selection';
import { readLabels } from '../../../src/worker/calls/readLabels';
import { objectArrayNpy } from '../../support/npyFiles';

const at = vi.hoisted(() => ({ given: [] as unknown[] }));
// The worker's own call, in this thread.
vi.mock('../../../src/page/engine/callOwnWorker', () => ({
  callOwnWorker: (signal: AbortSignal, _: string, request: { file: File }) => readLabels(signal, request),
}));
vi.mock('../../../src/page/flows/networks/changeNetwork', () => ({
  changeNetwork: async (_: AbortSignal, id: string, change: object) => {
    at.given.push([id, change]);
    return { info: { name: id } };
  },
}));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));

function list(id: string, format: string, labels: readonly string[] | null) {
  const classes = labels === null ? [] : [{ id: 'classes', title: 'Classes', layer: 'fc', labels }];
  const spec = { id, name: id, source: { format, files: [] } };
  return [id, { spec, loaded: { info: { name: id, outputs: { classes } } } }] as const;
}

beforeEach(() => {
  at.given.length = 0;
  noticesStore.setState({ notices: [] });
  addingNetworkStore.setState({ adding: null, waiting: [], names: null, problems: [] });
  benchStore.setState({ bench: 'faces' });
  selectionStore.setState({ network: 'mine' });
  const entries = [list('mine', 'files', ['0', '1']), list('bare', 'files', null), list('dlib', 'face-api', null)];
  networksStore.setState({ entries: new Map(entries) as never });
});

const texts = new File(['Ada\nBo\n'], 'names.txt');
const said = () => noticesStore.getState().notices.map(({ message, remedy }) => `${message} ${remedy ?? ''}`.trim());

test.each([
  ['JSON', new File(['["Ada", "Bo"]'], 'names.json')],
  ['a text', texts],
  ['NumPy', new File([objectArrayNpy(['Ada', 'Bo'])], 'names.npy')],
])('%s with as many names as the network in view has classes names them, on whatever bench', async (_, file) => {
  expect(await takeLabels([file])).toBe(true);
  expect(at.given).toEqual([['mine', { labels: ['Ada', 'Bo'] }]]);
});

test('a model, saved settings, a gallery, a table, a drawing and a photo are no names', async () => {
  const others = [
    new File(['{"modelTopology": {}}'], 'model.json'),
    new File(['{"format": "fovea-ascent"}'], 'settings.json'),
    new File(['{"a": 0}\n{"b": 1}'], 'gallery.jsonl'),
    new File(['{"modelTopol'], 'damaged.json'),
    new File(['photo,group\na.jpg,b\n'], 'groups.csv'),
    new File(['<svg xmlns="http://www.w3.org/2000/svg"></svg>'], 'drawing.txt'),
    new File(['not a photo'], 'face.jpg'),
    new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'face.txt'),
    new File([], 'empty.txt'),
  ];
  for (const file of others) expect(await takeLabels([file]), file.name).toBe(false);
  expect(await takeLabels([texts, texts])).toBe(false);
  expect(at.given).toEqual([]);
  expect(said()).toEqual([]);
});

test('names that fit nothing in view are told as what they are, how many, and what to do', async () => {
  const three = new File(['["a", "b", "c"]'], 'three.json');
  expect(await takeLabels([three])).toBe(true);
  selectionStore.setState({ network: 'dlib' });
  expect(await takeLabels([new File([objectArrayNpy(['a'])], 'one.npy')])).toBe(true);
  selectionStore.setState({ network: 'bare' });
  expect(await takeLabels([texts])).toBe(true);
  expect(at.given).toEqual([]);
  expect(said()).toEqual([
    'three.json is a list of 3 names for the classes of a network. “mine” has 2 classes. Choose the label file of this very network, with 2 names. The network stays as it is.',
    'one.npy is a list of 1 name for the classes of a network. “dlib” comes along and keeps its own names. To name the classes of a network of your own, choose one with 1 class and drop the file again, or add both together.',
    'names.txt is text with 2 lines, which could be the names of as many classes. “bare” has no classes that could be named. To name the classes of a network of your own, choose one with 2 classes and drop the file again, or add both together. A photo is JPEG, PNG, WebP, AVIF, GIF or BMP.',
  ]);
});

test('while a network is read, names wait for it', async () => {
  const adding = { name: 'new.h5', stage: 'reading', loadedBytes: 0, totalBytes: 0, cancel: () => {} } as const;
  addingNetworkStore.setState({ adding });
  expect(await takeLabels([texts])).toBe(true);
  expect(at.given).toEqual([]);
  expect(addingNetworkStore.getState()).toMatchObject({ adding, names: { file: 'names.txt', labels: ['Ada', 'Bo'] } });
  expect(said()).toEqual(['The names in names.txt are for new.h5, once it is read.']);
});

test('chosen as names, a text that cannot be a list of them is refused with the reason', async () => {
  const { signal } = new AbortController();
  const add = (file: File) => addLabels(signal, 'mine', file);
  await expect(add(new File(['Ada\n\nBo\n'], 'people.txt'))).rejects.toThrow(
    'people.txt was not taken for labels: line 2 is empty.',
  );
  await expect(add(new File(['{"a": {}}'], 'other.json'))).rejects.toThrow('other.json holds no list of names.');
  expect(at.given).toEqual([]);
  await add(texts);
  expect(at.given).toEqual([['mine', { labels: ['Ada', 'Bo'] }]]);
});
