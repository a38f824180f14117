import { expect, test, vi } from 'vitest';
import { catalogue } from '../../src/page/engine/catalogue';
import { engine } from '../../src/page/engine/instance';
import { embedMasked } from '../../src/page/flows/gallery/embedMasked';
import { loadNetwork } from '../../src/page/flows/loadNetwork';
import { networksStore } from '../../src/page/state/networks';
import type { Picture } from '../../src/shared/ascent';
import type { GalleryPhoto } from '../../src/shared/gallery';
import { meanShape } from '../../src/shared/geometry/meanShape';
import { never } from './support/photos';

const network = 'dlib-resnet';
const [width, height] = [480, 520];

/** A white picture with the mean face in its middle: what is black in a crop of it is what a mask hides. */
async function whitePhoto(): Promise<GalleryPhoto> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  const picture = await canvas.convertToBlob({ type: 'image/png' });
  const landmarks = meanShape.map(({ x, y }) => ({ x: 160 + 160 * x, y: 180 + 160 * y }));
  return { id: 'white', width, height, picture, landmarks, embeddings: {} };
}

/** 1 where the picture is black, row by row. */
const hidden = ({ rgba }: Picture) =>
  Uint8Array.from({ length: rgba.length / 4 }, (_, i) => (rgba[4 * i] === 0 ? 1 : 0));
const shareOf = (mask: Uint8Array) => mask.reduce((sum, one) => sum + one, 0) / mask.length;

function mirrored(mask: Uint8Array, side: number): Uint8Array {
  return mask.map((_, i) => mask[i - (i % side) + side - 1 - (i % side)] ?? 2);
}

test('a mask hides the same part of a face and of its mirrored copy, and leaves the rest', async () => {
  const entries = catalogue.map((spec) => [spec.id, { spec, loaded: null, progress: null, error: null }] as const);
  networksStore.setState({ entries: new Map(entries) });
  await loadNetwork(never, network);
  const run = vi.spyOn(engine(), 'run');
  const photo = await whitePhoto();
  const found = await embedMasked(never, network, [
    { id: 'p', name: 'P', group: null, bundled: false, photos: [photo] },
  ]);
  const inputs = run.mock.calls.flatMap(([, name, request]) =>
    name === 'embed' ? (request as { inputs: readonly Picture[] }).inputs : [],
  );
  expect(inputs).toHaveLength(16);
  expect(found.get('white')?.values).toHaveLength(16 * 128);

  const masks = inputs.map(hidden);
  const side = inputs[0]?.width ?? 0;
  for (const [i, mask] of masks.entries()) {
    // Of the whole crop, margin and all.
    expect(shareOf(mask)).toBeGreaterThan(0.05);
    expect(shareOf(mask)).toBeLessThan(0.3);
    const twin = masks[i + 8];
    if (twin !== undefined) expect(twin).toEqual(mirrored(mask, side));
  }
});
