/** One file dropped while a network with classes is in view: its labels, or something else. */
import { beforeEach, expect, test, vi } from 'vitest';
import { takeLabels } from '../../../src/page/flows/networks/addLabels';
import { benchStore } from '../../../src/page/state/bench';
import { networksStore } from '../../../src/page/state/networks';
import { selectionStore } from '../../../src/page/state/selection';
import { jsonLabels } from '../../../src/worker/convert/labels/jsonLabels';

const at = vi.hoisted(() => ({ given: [] as unknown[] }));
vi.mock('../../../src/page/engine/callOwnWorker', () => ({
  callOwnWorker: async (_: AbortSignal, __: string, { file }: { file: File }) => ({
    labels: jsonLabels(JSON.parse(await file.text())),
  }),
}));
vi.mock('../../../src/page/flows/networks/changeNetwork', () => ({
  changeNetwork: async (_: AbortSignal, id: string, change: object) => {
    at.given.push(change);
    return { info: { name: id } };
  },
}));

beforeEach(() => {
  at.given.length = 0;
  benchStore.setState({ bench: 'networks' });
  selectionStore.setState({ network: 'mine' });
  const classes = [{ id: 'classes', title: 'Classes', layer: 'fc', probability: 'softmax', labels: ['0', '1'] }];
  const entry = { spec: { source: { format: 'files', files: [] } }, loaded: { info: { outputs: { classes } } } };
  networksStore.setState({ entries: new Map([['mine', entry]]) as never });
});

test('JSON with names is labels; a model, saved settings and a gallery are not', async () => {
  expect(await takeLabels([new File(['["Ada", "Bo"]'], 'names.json')])).toBe(true);
  expect(at.given).toEqual([{ labels: ['Ada', 'Bo'] }]);
  expect(await takeLabels([new File(['{"modelTopology": {}}'], 'model.json')])).toBe(false);
  expect(await takeLabels([new File(['{"format": "fovea-ascent"}'], 'settings.json')])).toBe(false);
  expect(await takeLabels([new File(['{"a": 0}\n{"b": 1}'], 'gallery.jsonl')])).toBe(false);
  expect(at.given).toHaveLength(1);
});
