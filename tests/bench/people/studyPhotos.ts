import type { StudySource } from '../../../src/page/flows/people/addPhotos';
import type { Box } from '../../../src/shared/geometry/space';
import { createRandom, normal, type Random } from '../../../src/shared/random';
import { readSamples, type Sample } from '../recognition/tryFaces';

/** Pixels on a side of the photos, about: a cut around one face. */
const side = 640;

interface Face {
  readonly sample: Sample;
  readonly person: number;
  readonly box: Box<'picture'>;
}

/**
 * Photos for a study: the bundled faces again and again, each time another cut around the face, lighter or darker, and
 * noisy. Every face is a person; who is in the first three sample photos is in group A, the others in B.
 */
export async function studyPhotos(signal: AbortSignal, count: number, seed = 1): Promise<readonly StudySource[]> {
  const samples = await readSamples(signal);
  const faces = samples.flatMap((sample) =>
    sample.faces.map(({ person, landmarks }): Face => {
      const [xs, ys] = [landmarks.map(({ x }) => x), landmarks.map(({ y }) => y)];
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      return { sample, person, box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y } };
    }),
  );
  const sources: StudySource[] = [];
  for (let i = 0; i < count; i++) {
    const face = faces[i % faces.length] as Face;
    const jpeg = await vary(face, createRandom(seed, i));
    const group = samples.indexOf(face.sample) < 3 ? 'A' : 'B';
    const person = `Person ${face.person + 1}`;
    const file = new File([jpeg], `${i + 1}.jpg`, { type: 'image/jpeg' });
    sources.push({ file, path: `${group}/${person}/${file.name}`, person, group });
  }
  for (const { bitmap } of samples) bitmap.close();
  return sources;
}

async function vary({ sample, box }: Face, random: Random): Promise<Blob> {
  const longer = Math.max(box.width, box.height);
  const extent = longer * (2.3 + 0.9 * random());
  const centre = [box.x + box.width / 2, box.y + box.height * 0.35].map(
    (place) => place + 0.15 * longer * (random() - 0.5),
  ) as [number, number];
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.imageSmoothingQuality = 'high';
  context.filter = `brightness(${0.75 + 0.5 * random()})`;
  context.fillStyle = 'grey';
  context.fillRect(0, 0, side, side);
  const corner = centre.map((place) => place - extent / 2) as [number, number];
  context.drawImage(sample.bitmap, ...corner, extent, extent, 0, 0, side, side);
  context.filter = 'none';
  const pixels = context.getImageData(0, 0, side, side);
  const noise = 8 * random();
  for (let i = 0; i < pixels.data.length; i++)
    if (i % 4 !== 3) pixels.data[i] = (pixels.data[i] as number) + noise * normal(random);
  context.putImageData(pixels, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
