/** Faces of the sample photos: found, read, against face-api; aligned and cropped through the worker's calls. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Picture } from '../../src/shared/ascent';
import type { DetectedFace } from '../../src/shared/face';
import { crop } from '../../src/worker/calls/crop';
import { detect } from '../../src/worker/calls/detect';
import { NetworkShelf } from '../../src/worker/calls/networkShelf';
import { place } from '../../src/worker/calls/place';
import { landmarksInBox } from '../../src/worker/face/landmarksInBox';
import { overlapOf } from '../../src/worker/face/suppressNonMaxima';
import { memoryReport, openDevice } from '../../src/worker/kernels/device';
import { dlibResnet, expression, faceDetector, faceLandmarks } from './support/bundled';
import { loadFaceApi } from './support/faceApi';
import { loadSample, samples } from './support/samples';

const signal = new AbortController().signal;
const shelf = new NetworkShelf();
const networks = { detector: faceDetector.id, landmarks: faceLandmarks.id };
const findFaces = async (picture: Picture, by = signal): Promise<readonly DetectedFace[]> =>
  (await detect(by, shelf, { ...networks, picture })).faces;

beforeAll(async () => {
  await openDevice('wasm', () => undefined);
  for (const spec of [faceDetector, faceLandmarks, dlibResnet, expression])
    await shelf.load(signal, spec, () => undefined);
});

/** face-api's own answer for a picture, on a canvas of its realm. */
async function openReference() {
  const faceapi = await loadFaceApi('wasm');
  const models = '/node_modules/@vladmandic/face-api/model';
  await faceapi.nets.ssdMobilenetv1.loadFromUri(models);
  await faceapi.nets.faceLandmark68Net.loadFromUri(models);
  return async ({ width, height, rgba }: Picture) => {
    const canvas = faceapi.createCanvas({ width, height });
    canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
    return faceapi.detectAllFaces(canvas).withFaceLandmarks();
  };
}

describe('detect', () => {
  test('finds every face of the six sample photos and nothing else, the largest first', async () => {
    const counts: number[] = [];
    for (const i of samples.keys()) {
      const faces = await findFaces(await loadSample(i));
      counts.push(faces.length);
      const areas = faces.map(({ box }) => box.width * box.height);
      expect(areas).toEqual([...areas].sort((a, b) => b - a));
      for (const { landmarks, score } of faces) expect([landmarks.length, score > 0.5]).toEqual([68, true]);
    }
    // Counted by eye on the photos.
    expect(counts).toEqual([3, 3, 3, 4, 5, 4]);
  });

  test('finds face-api’s boxes, and in them face-api’s landmarks', async () => {
    const askReference = await openReference();
    for (const i of [0, 3]) {
      const picture = await loadSample(i);
      const faces = await findFaces(picture);
      const expected = await askReference(picture);
      expect(faces.length).toBe(expected.length);
      for (const { detection, landmarks } of expected) {
        const { x, y, width, height } = detection.box;
        const overlaps = faces.map(({ box }) => overlapOf(box, { x, y, width, height }));
        expect(Math.max(...overlaps)).toBeGreaterThan(0.9);
        // The same box for both: a landmark's place depends on it. face-api rounds it down to whole pixels.
        const box = { x: Math.floor(x), y: Math.floor(y), width: Math.floor(width), height: Math.floor(height) };
        const points = await landmarksInBox(signal, shelf.get(faceLandmarks.id), picture, box);
        const distances = landmarks.positions.map((p, k) =>
          Math.hypot(p.x - (points[k]?.x ?? 0), p.y - (points[k]?.y ?? 0)),
        );
        const mean = distances.reduce((a, b) => a + b) / 68;
        expect(mean / (height / 150)).toBeLessThan(2);
      }
    }
  });

  test('gives no face for a picture without one', async () => {
    const rgba = new Uint8ClampedArray(320 * 200 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * 7) % 200));
    expect(await findFaces({ width: 320, height: 200, rgba })).toEqual([]);
  });

  test('its landmarks hardly depend on the picture’s size', async () => {
    const [large, small] = [await findFaces(await loadSample(0)), await findFaces(await loadSample(0, 800))];
    expect(small.length).toBe(large.length);
    for (const face of large) {
      const width = Math.hypot(at(face, 16).x - at(face, 0).x, at(face, 16).y - at(face, 0).y);
      const error = (other: DetectedFace) =>
        face.landmarks.reduce(
          (sum, p, k) => sum + Math.hypot(p.x - at(other, k).x * 1.6, p.y - at(other, k).y * 1.6),
          0,
        ) / 68;
      expect(Math.min(...small.map(error)) / width).toBeLessThan(0.03);
    }
  });

  test('frees every tensor, also when it is stopped', async () => {
    const picture = await loadSample(0);
    await findFaces(picture);
    const before = memoryReport().tensors;
    await findFaces(picture);
    expect(memoryReport().tensors).toBe(before);
    for (const after of [0, 60, 150]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('Cancelled', 'AbortError')), after);
      await expect(findFaces(picture, controller.signal)).rejects.toThrow('Cancelled');
      expect(memoryReport().tensors).toBe(before);
    }
  });
});

const at = (face: DetectedFace, index: number) => face.landmarks[index] ?? { x: Number.NaN, y: Number.NaN };

describe('place and crop', () => {
  test('a face comes out upright, in the middle, at the network’s margin', async () => {
    const picture = await loadSample(0);
    for (const { landmarks } of await findFaces(picture)) {
      const placed = await place(shelf, {
        network: dlibResnet.id,
        choice: { kind: 'face', landmarks },
        picture: [picture.height, picture.width],
      });
      const cropped = await crop(signal, shelf, {
        network: dlibResnet.id,
        place: placed,
        part: picture,
        origin: [0, 0],
        landmarks,
      });
      expect([cropped.input.width, cropped.input.height, cropped.regions.length]).toEqual([150, 150, 150 * 150]);
      // Found again in the crop, with the whole of it as its box, the eyes are level and right and left of the middle.
      const box = { x: 0, y: 0, width: 150, height: 150 };
      const again = await landmarksInBox(signal, shelf.get(faceLandmarks.id), cropped.input, box);
      const eye = (first: number) => {
        const points = again.slice(first, first + 6);
        return { x: points.reduce((s, p) => s + p.x, 0) / 6, y: points.reduce((s, p) => s + p.y, 0) / 6 };
      };
      const [left, right] = [eye(36), eye(42)];
      expect(Math.abs(Math.atan2(right.y - left.y, right.x - left.x))).toBeLessThan(0.12);
      expect(Math.abs((left.x + right.x) / 2 - 75)).toBeLessThan(18);
    }
  });

  test('the whole of a picture of the input’s size is not changed at all', async () => {
    const rgba = new Uint8ClampedArray(112 * 112 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * i * 31 + i * 7) % 256));
    const picture = { width: 112, height: 112, rgba };
    const choice = { kind: 'whole' } as const;
    const placed = await place(shelf, { network: expression.id, choice, picture: [112, 112] });
    const { input, regions } = await crop(signal, shelf, {
      network: expression.id,
      place: placed,
      part: picture,
      origin: [0, 0],
    });
    expect(input.rgba).toEqual(rgba);
    expect(new Set(regions)).toEqual(new Set([7]));
  });

  test('a part of the picture gives the same crop as all of it', async () => {
    const picture = await loadSample(0);
    const [face] = await findFaces(picture);
    if (face === undefined) throw new Error('There is a face.');
    const placed = await place(shelf, {
      network: dlibResnet.id,
      choice: { kind: 'face', landmarks: face.landmarks },
      picture: [picture.height, picture.width],
    });
    const [x0, y0] = [Math.floor(face.box.x) - 130, Math.max(0, Math.floor(face.box.y) - 130)];
    const part = cut(picture, x0, y0, 420, 420);
    const whole = await crop(signal, shelf, { network: dlibResnet.id, place: placed, part: picture, origin: [0, 0] });
    const fromPart = await crop(signal, shelf, { network: dlibResnet.id, place: placed, part, origin: [x0, y0] });
    const differences = whole.input.rgba.map((value, i) => Math.abs(value - (fromPart.input.rgba[i] ?? 0)));
    expect(Math.max(...differences)).toBeLessThan(2);
  });
});

function cut(picture: Picture, x0: number, y0: number, width: number, height: number): Picture {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const from = ((y0 + y) * picture.width + x0) * 4;
    rgba.set(picture.rgba.subarray(from, from + width * 4), y * width * 4);
  }
  return { width, height, rgba };
}
