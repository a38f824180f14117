import { PNG } from 'pngjs';
import type { GalleryPerson, GalleryPhoto } from '../../../src/shared/gallery';

/** A real PNG of this size. */
export function pngBytes(width: number, height: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(PNG.sync.write(new PNG({ width, height })));
}

const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: 2 + i / 3, y: 3.5 + (i % 7) }));

export function photo(id: string, change: Partial<GalleryPhoto> = {}): GalleryPhoto {
  const picture = new Blob([pngBytes(32, 24)], { type: 'image/png' });
  return { id, width: 32, height: 24, picture, landmarks, embeddings: {}, ...change };
}

/** A person with photos of these ids. */
export function person(name: string, photos: readonly string[], change: Partial<GalleryPerson> = {}): GalleryPerson {
  return {
    id: `id-${name.replace(/[^\w-]/g, '')}`,
    name,
    group: null,
    bundled: false,
    photos: photos.map((id) => photo(id)),
    ...change,
  };
}
