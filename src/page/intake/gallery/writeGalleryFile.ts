import type { Gallery, GalleryPhoto } from '../../../shared/gallery';
import { toBase64 } from './base64';
import { type GalleryHead, type GalleryLine, galleryFormat } from './galleryLines';

/** All people with their photos as one file. Embeddings stay here: any network makes its own from the photos. */
export async function writeGalleryFile(signal: AbortSignal, gallery: Gallery): Promise<Blob> {
  const lines = [line({ format: galleryFormat, version: 1 })];
  let photos = 0;
  for (const { id, name, group, bundled, photos: own } of gallery) {
    lines.push(line({ person: { id, name, group, bundled } }));
    for (const photo of own) {
      lines.push(line(await photoLine(photo)));
      signal.throwIfAborted();
    }
    photos += own.length;
  }
  lines.push(line({ end: { people: gallery.length, photos } }));
  return new Blob(lines, { type: 'application/x-ndjson' });
}

function line(content: GalleryHead | GalleryLine): string {
  return `${JSON.stringify(content)}\n`;
}

async function photoLine({ id, landmarks, box, picture }: GalleryPhoto): Promise<GalleryLine> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const pairs = landmarks?.map(({ x, y }): [number, number] => [x, y]) ?? null;
  const edges =
    box === undefined ? {} : { box: [box.x, box.y, box.width, box.height] as [number, number, number, number] };
  return { photo: { id, landmarks: pairs, ...edges, picture: toBase64(bytes) } };
}
