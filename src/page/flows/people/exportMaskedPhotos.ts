import { Zip, ZipPassThrough } from 'fflate';
import { csv } from '../../../shared/csv';
import { FoveaError, toSentError } from '../../../shared/errors';
import type { Mask } from '../../../shared/mask';
import type { MeasuredPhoto } from '../../../shared/people';
import { engine } from '../../engine/instance';
import { notify } from '../../state/notices';
import { studyStore } from '../../state/study';
import { maskNow } from '../masks/maskNow';
import { pictureCanvas } from '../pictureCanvas';
import { saveFile } from '../saveFile';
import { decodePicture } from './decodePicture';
import { storedFace } from './storedFace';
import { studyWork } from './studyWork';

const quality = 0.95;

/**
 * Saves the faces of the study with a mask over them, aligned as the network gets them, as JPEGs in a zip: a folder a
 * group and a person, and an index. Photos that cannot be read are told. Never rejects.
 */
export async function exportMaskedPhotos(mask: Mask, name: string): Promise<void> {
  await studyWork('exporting', async (signal, tell) => {
    const { zip, leftOut } = await zipMasked(signal, mask, tell);
    saveFile(zip, `fovea-${name}-photos.zip`);
    const [first] = leftOut;
    if (first === undefined) return;
    const message = `Left out of the zip: ${leftOut.length === 1 ? '1 photo' : `${leftOut.length} photos`}.`;
    notify({ severity: 'warning', message, remedy: `left-out.csv in it lists them. The first: ${first.message}` });
  });
}

export interface MaskedZip {
  readonly zip: Blob;
  readonly leftOut: readonly { readonly file: string; readonly message: string }[];
}

/**
 * A photo that cannot be read is left out and listed, in the zip, too.
 * @throws FoveaError when there is nothing to save; the signal's reason
 */
export async function zipMasked(
  signal: AbortSignal,
  mask: Mask,
  tell: (done: number, total: number) => void = () => {},
): Promise<MaskedZip> {
  const { settings, measured, photos: all } = studyStore.getState();
  // As they were added, not as they were done: the same study makes the same zip.
  const photos = all.flatMap(({ id }) => measured.get(id) ?? []);
  if (settings === null || photos.length === 0)
    throw new FoveaError('There are no measured photos to save.', 'Add photos to the study first.');
  const { add, end } = openZip();
  const index: string[][] = [['path', 'file', 'person', 'group']];
  const leftOut: MaskedZip['leftOut'][number][] = [];
  for (const [i, photo] of photos.entries()) {
    const path = pathIn(photo, i);
    try {
      add(path, await maskedFace(signal, settings.network, photo.id, mask));
      index.push([path, photo.file, photo.person, photo.group ?? '']);
    } catch (error) {
      signal.throwIfAborted();
      leftOut.push({ file: photo.file, message: toSentError(error).message });
    }
    tell(i + 1, photos.length);
  }
  const [first] = leftOut;
  if (first !== undefined && leftOut.length === photos.length)
    throw new FoveaError('None of the photos can be saved.', `The first: ${first.message}`);
  const addTable = (path: string, rows: readonly (readonly string[])[]) =>
    add(path, new TextEncoder().encode(csv(rows)));
  addTable('index.csv', index);
  if (first !== undefined)
    addTable('left-out.csv', [['file', 'reason'], ...leftOut.map(({ file, message }) => [file, message])]);
  return { zip: end(), leftOut };
}

function openZip() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    parts.push(new Uint8Array(chunk));
  });
  const add = (path: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(path);
    zip.add(entry);
    entry.push(bytes, true);
  };
  const end = (): Blob => {
    zip.end();
    return new Blob(parts, { type: 'application/zip' });
  };
  return { add, end };
}

/** Unique, and safe to unpack: no slash, dot or blank at either end of what the user wrote. */
function pathIn({ group, person, file }: MeasuredPhoto, index: number): string {
  const safe = (text: string) => text.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'unnamed';
  const base = safe(file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
  return `${safe(group ?? 'no-group')}/${safe(person)}/${String(index + 1).padStart(5, '0')}-${base}.jpg`;
}

async function maskedFace(signal: AbortSignal, network: string, id: string, mask: Mask): Promise<Uint8Array> {
  const face = await storedFace(id);
  if (face === null) throw new FoveaError('The face is not on this device any more.', 'Add the photo again.');
  const { landmarks, bytes, type } = face;
  const part = await decodePicture(signal, new Blob([bytes], { type }));
  const choice = { kind: 'face', landmarks } as const;
  const place = await engine().run(signal, 'place', { network, choice, picture: [part.height, part.width] });
  const crop = await engine().run(signal, 'crop', { network, place, part, origin: [0, 0], landmarks });
  const { input } = await maskNow(signal, { network, choice: { kind: 'face' }, ...crop }, mask);
  const jpeg = await pictureCanvas(input).convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await jpeg.arrayBuffer());
}
