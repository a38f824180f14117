/**
 * Class activation maps against PyTorch and the pytorch-grad-cam package. Its maps were resized with half-pixel centres
 * (OpenCV's INTER_LINEAR): with aligned corners they differ by 0.07 to 0.6. Score-CAM's masks alone are made with
 * aligned corners (PyTorch's UpsamplingBilinear2d).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AttributionMap, CamMethod } from '../../src/shared/explain';
import { resizeMap } from '../../src/shared/raster/resizeMap';
import { cam } from '../../src/worker/explain/cam/cam';
import { scoreCam } from '../../src/worker/explain/cam/scoreCam';
import { createTarget } from '../../src/worker/explain/target/createTarget';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import type { LoadedGraph } from '../../src/worker/network/loadedGraph';
import { relativeError } from './support/compare';
import { type GoldenAnswers, goldenAnswers, goldenInput, loadGolden } from './support/golden';

const signal = new AbortController().signal;
const layers = ['conv2_2', 'conv3_2'] as const;
const peers: Readonly<Record<CamMethod, string>> = {
  'grad-cam': 'GradCAM',
  'grad-cam++': 'GradCAMPlusPlus',
  'hires-cam': 'HiResCAM',
  'layer-cam': 'LayerCAM',
  'x-grad-cam': 'XGradCAM',
  'eigen-cam': 'EigenCAM',
  'eigen-grad-cam': 'EigenGradCAM',
  'score-cam': 'ScoreCAM',
};

beforeAll(() => openDevice('wasm', () => undefined));

/** The peer's scaling: minus the minimum, over the maximum plus 1e-7. */
function scale(values: Float32Array): Float32Array {
  const low = Math.min(...values);
  const high = Math.max(...values) - low;
  return values.map((value) => (value - low) / (1e-7 + high));
}

const asThePeer = (map: AttributionMap) => scale(resizeMap({ ...map, values: scale(map.values) }, 64, 64, 'centres'));

const largestDifference = (a: Float32Array, b: readonly number[]) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe.each([7, 23])('the golden network of seed %i', (seed) => {
  let loaded: LoadedGraph;
  let answers: GoldenAnswers;
  let tensorsBefore: number;

  beforeAll(async () => {
    tensorsBefore = memoryReport().tensors;
    loaded = await loadGolden(seed);
    answers = await goldenAnswers(seed);
  });

  const explain = async (layer: string, method: CamMethod) => {
    const target = createTarget(loaded.network, { kind: 'class', layer: 'predictions', index: answers.top });
    const question = { input: await goldenInput(seed), target, layer };
    if (method === 'score-cam') return scoreCam(signal, loaded, question, () => undefined);
    return cam(signal, loaded, question, method);
  };

  test.each(layers)('raw Grad-CAM of %s within 1e-4 of its maximum', async (layer) => {
    const { map, score, beforeRelu } = await explain(layer, 'grad-cam');
    const golden = answers.cam[layer];
    expect([map.height, map.width]).toEqual(golden?.shape);
    expect(relativeError(map.values, golden?.gradCamRaw ?? [])).toBeLessThan(1e-4);
    expect(score).toBeCloseTo(answers.logits[answers.top] ?? Number.NaN, 4);
    expect(beforeRelu?.[1]).toBeCloseTo(Math.max(...map.values), 6);
  });

  const cases = layers.flatMap((layer) => (Object.keys(peers) as CamMethod[]).map((method) => ({ layer, method })));
  test.each(cases)('$method of $layer within 1e-3 of the peer', async ({ layer, method }) => {
    const { map } = await explain(layer, method);
    expect(largestDifference(asThePeer(map), answers.cam[layer]?.peer[peers[method]] ?? [])).toBeLessThan(1e-3);
  });

  test('nothing stays on the device', () => {
    loaded.dispose();
    expect(memoryReport().tensors).toBe(tensorsBefore);
  });
});
