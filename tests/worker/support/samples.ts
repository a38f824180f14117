import one from '@vladmandic/face-api/demo/sample1.jpg?url';
import two from '@vladmandic/face-api/demo/sample2.jpg?url';
import three from '@vladmandic/face-api/demo/sample3.jpg?url';
import four from '@vladmandic/face-api/demo/sample4.jpg?url';
import five from '@vladmandic/face-api/demo/sample5.jpg?url';
import six from '@vladmandic/face-api/demo/sample6.jpg?url';
import type { Picture } from '../../../src/shared/ascent';

/** Addresses of the six bundled photos. */
export const samples: readonly string[] = [one, two, three, four, five, six];

const pictures = new Map<string, Promise<Picture>>();

/** A sample photo with at most `longest` pixels on its longer side, as the page sends it. */
export function loadSample(index: number, longest = 1280): Promise<Picture> {
  const key = `${index} ${longest}`;
  const found = pictures.get(key) ?? decode(samples[index] ?? '', longest);
  pictures.set(key, found);
  return found;
}

async function decode(url: string, longest: number): Promise<Picture> {
  const full = await createImageBitmap(await (await fetch(url)).blob());
  const scale = Math.min(1, longest / Math.max(full.width, full.height));
  const width = Math.round(full.width * scale);
  const height = Math.round(full.height * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: data };
}
