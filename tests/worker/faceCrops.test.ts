/** Do networks get crops that they can use? Their answers on the sample faces against what a person sees. */
import { beforeAll, expect, test } from 'vitest';
import type { Picture } from '../../src/shared/ascent';
import type { DetectedFace } from '../../src/shared/face';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { cropFace } from '../../src/worker/face/cropFace';
import { detectFaces } from '../../src/worker/face/detectFaces';
import { placeCrop } from '../../src/worker/face/placeCrop';
import { runNetwork } from '../../src/worker/face/runNetwork';
import { openDevice } from '../../src/worker/kernels/device';
import { nativeSize } from '../../src/worker/network/plan';
import { dlibResnet, expression, faceDetector, faceLandmarks, hseMobilenet } from './support/bundled';
import { loadSample, samples } from './support/samples';

const signal = new AbortController().signal;
const shelf = new NetworkShelf();
const faces: { sample: number; picture: Picture; face: DetectedFace }[] = [];

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  for (const spec of [faceDetector, faceLandmarks, dlibResnet, hseMobilenet, expression])
    await shelf.load(signal, spec, () => undefined);
  const networks = { detector: shelf.get(faceDetector.id), landmarks: shelf.get(faceLandmarks.id) };
  for (const sample of samples.keys()) {
    const picture = await loadSample(sample);
    for (const face of (await detectFaces(signal, networks, picture)).faces) faces.push({ sample, picture, face });
  }
});

/** The network's aligned crop; `shift` moves it by a share of the face, `gain` makes it darker or brighter. */
function cropOf(network: string, { picture, face }: (typeof faces)[number], shift = 0, gain = 1): Picture {
  const { graph, margin } = shelf.get(network).network;
  const unit = face.box.width * shift;
  const landmarks = face.landmarks.map(({ x, y }) => ({ x: x + unit, y: y - unit }));
  const size = [picture.height, picture.width] as const;
  const place = placeCrop({ kind: 'face', landmarks }, nativeSize(graph), margin, size);
  const { input } = cropFace({ place, part: picture, origin: [0, 0] });
  return { ...input, rgba: input.rgba.map((value, i) => (i % 4 === 3 ? 255 : value * gain)) };
}

test('the faces that laugh are happy', async () => {
  // [photo, middle of the face in its 1280 pixels], by eye.
  const laughing = [
    [0, 1050],
    [2, 1065],
    [3, 900],
    [5, 505],
  ] as const;
  const labels = expression.outputs.classes[0].labels;
  for (const [sample, x] of laughing) {
    const found = faces.find(
      (one) => one.sample === sample && Math.abs(one.face.box.x + one.face.box.width / 2 - x) < 40,
    );
    if (found === undefined) throw new Error(`No face at ${x} in photo ${sample}.`);
    const logits = await runNetwork(signal, shelf.get(expression.id), 'fc', [cropOf(expression.id, found)]);
    expect(labels[logits.indexOf(Math.max(...logits))]).toBe('happy');
  }
});

test('gender’s labels are in the order of its unit, and ages are those of grown people', async () => {
  const network = shelf.get(hseMobilenet.id);
  const [age, gender] = hseMobilenet.outputs.classes;
  let female = 0;
  for (const face of faces) {
    const crop = cropOf(hseMobilenet.id, face);
    const [logit = 0] = await runNetwork(signal, network, gender.layer, [crop]);
    if (gender.labels[logit > 0 ? 1 : 0] === 'female') female++;
    const ages = await runNetwork(signal, network, `${age.layer}/Softmax`, [crop]);
    const expected = ages.reduce((sum, p, i) => sum + p * Number.parseFloat(age.labels[i] ?? ''), 0);
    expect(expected).toBeGreaterThan(18);
    expect(expected).toBeLessThan(45);
  }
  // All people on the sample photos are women.
  expect(female).toBe(faces.length);
});

for (const [{ id, outputs }, share] of [
  [dlibResnet, 0.95],
  [hseMobilenet, 1],
] as const) {
  test(`for ${id} a face shifted and brighter, or darker, is nearest to itself`, async () => {
    const embed = async (picture: Picture) => {
      const values = await runNetwork(signal, shelf.get(id), outputs.embedding, [picture]);
      const length = Math.hypot(...values);
      return values.map((value) => value / length);
    };
    const known: Float32Array[] = [];
    for (const face of faces) known.push(await embed(cropOf(id, face)));
    let right = 0;
    for (const [i, face] of faces.entries()) {
      const changed = await embed(cropOf(id, face, i % 2 === 0 ? 0.05 : -0.05, i % 3 === 0 ? 1.3 : 0.75));
      const cosines = known.map((one) => one.reduce((sum, value, k) => sum + value * (changed[k] ?? 0), 0));
      if (cosines.indexOf(Math.max(...cosines)) === i) right++;
    }
    expect(right / faces.length).toBeGreaterThanOrEqual(share);
  });
}
