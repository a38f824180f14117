import { createRandom } from '../../../src/shared/random';

/** Random colours, opaque; the same for the same size. */
export function noise(width: number, height: number): ImageData {
  const random = createRandom(width, height);
  const data = new ImageData(width, height);
  for (let i = 0; i < data.data.length; i += 1) data.data[i] = i % 4 === 3 ? 255 : random() * 256;
  return data;
}
