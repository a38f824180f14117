/** What is saved, and checked, of a map while another one is being made. */
import { beforeEach, expect, test, vi } from 'vitest';
import { checkRandomisation } from '../../../src/page/flows/faces/checkTrust';
import { exportExplanation } from '../../../src/page/flows/faces/exportExplanation';
import {
  evidenceStore,
  explanationStore,
  type ShownExplanation,
  trustStore,
} from '../../../src/page/state/explanation';
import { facesStore, type ShownCrop } from '../../../src/page/state/faces';
import { mapViewStore } from '../../../src/page/state/mapView';
import { defaultMethodSettings } from '../../../src/shared/explain';

const at = vi.hoisted(() => ({ saved: [] as Blob[], asked: [] as [string, unknown][] }));
vi.mock('../../../src/page/flows/saveFile', () => ({ saveFile: (blob: Blob) => at.saved.push(blob) }));
vi.mock('../../../src/page/engine/instance', () => ({
  engine: () => ({
    run: async (_: AbortSignal, name: string, request: unknown) => {
      at.asked.push([name, request]);
    },
  }),
}));

const input = { width: 2, height: 1, rgba: new Uint8ClampedArray(8) };
const crop = {
  network: 'net',
  input,
  regions: Uint8Array.of(0, 7),
  choice: { kind: 'whole' },
  place: { networkToPicture: { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, size: [1, 2] },
} as unknown as ShownCrop;
const map = { width: 2, height: 1, values: Float32Array.of(3, 1), signed: false };
const made = { ...defaultMethodSettings, samples: 5, noise: 0.3, seed: 9 };
const shown: ShownExplanation = {
  ...{ map, score: 2, beforeRelu: null, completeness: null, method: 'smooth-grad', settings: made },
  ...{ network: 'net', input, layer: 'conv', target: { kind: 'class', layer: 'z', index: 1 }, targetLabel: 'one' },
};

beforeEach(() => {
  at.saved.length = 0;
  at.asked.length = 0;
  facesStore.setState({ crop });
  // The user has already asked for other numbers; their map is not there yet, or was stopped.
  explanationStore.setState({ shown, settings: { ...made, samples: 50, seed: 1 }, method: 'grad-cam' });
});

async function saved() {
  await exportExplanation();
  return JSON.parse((await at.saved.at(-1)?.text()) ?? '');
}

test('the saved settings are those that the saved map was made with', async () => {
  const { method } = await saved();
  expect(method).toEqual({ id: 'smooth-grad', settings: { samples: 5, noise: 0.3, seed: 9 } });
});

test('the view, the filters behind the map and what the checks found of it are saved', async () => {
  mapViewStore.setState({ colourMap: 'viridis', opacity: 0.25, scale: 'shared', smooth: false });
  const evidence = { layer: 'conv', method: 'layer-cam', width: 2, height: 1, channels: 2 } as const;
  const terms = Float32Array.of(2, 1, 4, -3);
  evidenceStore.setState({ evidence: { ...evidence, activations: Float32Array.of(1, 1, 2, 3), terms } });
  const curve = { kind: 'deletion', order: 'map', shares: [0, 1], scores: [1, 0], area: 0.5 } as const;
  const step = { layer: 'fc', map, correlation: Number.NaN };
  trustStore.setState({ checked: map, randomisation: [step], curves: [curve] });
  const content = await saved();
  expect(content.view).toEqual({ colourMap: 'viridis', opacity: 0.25, scale: 'shared', smooth: false });
  // Means over two cells of the terms 2 + 4 and 1 − 3.
  expect(content.filters).toEqual({ method: 'layer-cam', most: [{ filter: 0, contribution: 3, share: 1 }] });
  expect(content.trust).toEqual({ randomisation: [{ layer: 'fc', correlation: null }], curves: [curve] });
  trustStore.setState({ checked: { ...map } });
  expect((await saved()).trust).toBeNull();
});

test('weight randomisation makes the map that is checked, not the one that is asked for', async () => {
  await checkRandomisation();
  expect(at.asked).toHaveLength(1);
  expect(at.asked[0]).toMatchObject(['randomise', { method: 'smooth-grad', settings: made }]);
});
