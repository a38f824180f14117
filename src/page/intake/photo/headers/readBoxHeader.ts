import { BrokenFile } from './brokenFile';
import { type ByteSource, tagAt } from './byteSource';
import { furthestByte } from './furthestByte';
import type { PhotoHeader } from './photoHeader';

/** More boxes than any photo has. */
const mostBoxes = 20_000;

interface MediaBox {
  readonly type: string;
  /** Offsets of the content in the file. */
  readonly start: number;
  readonly end: number;
}

/** What an alpha plane is called: in AVIF and HEIC, and in HEIC of old. */
const alphaKinds = ['urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'urn:mpeg:hevc:2015:auxid:1'];

/** The boxes between two offsets. */
async function* boxesIn(source: ByteSource, start: number, end: number): AsyncGenerator<MediaBox> {
  let boxes = 0;
  for (let offset = start; offset + 8 <= end; ) {
    boxes += 1;
    const header = await source.view(offset, 8);
    let [bytes, headerBytes] = [header.getUint32(0), 8];
    if (bytes === 0) bytes = end - offset;
    if (bytes === 1) {
      bytes = Number((await source.view(offset + 8, 8)).getBigUint64(0));
      headerBytes = 16;
    }
    if (bytes < headerBytes || boxes > mostBoxes) throw new BrokenFile('damaged');
    if (offset + bytes > end) throw new BrokenFile(end === source.size ? 'truncated' : 'damaged');
    yield { type: tagAt(header, 4), start: offset + headerBytes, end: offset + bytes };
    offset += bytes;
  }
}

async function findBox(source: ByteSource, within: Omit<MediaBox, 'type'>, type: string): Promise<MediaBox> {
  for await (const box of boxesIn(source, within.start, within.end)) if (box.type === type) return box;
  throw new BrokenFile('damaged');
}

async function isAlpha(source: ByteSource, { start, end }: MediaBox): Promise<boolean> {
  const text = await source.view(start, Math.min(end - start, 128));
  const letters = String.fromCharCode(...new Uint8Array(text.buffer, text.byteOffset, text.byteLength));
  return alphaKinds.some((kind) => letters.includes(kind));
}

/** The size of the largest item: the photo itself, beside which thumbnails and the tiles of a grid have theirs. */
async function readProperties(source: ByteSource, properties: MediaBox): Promise<PhotoHeader> {
  let size = { width: 0, height: 0 };
  let mayBeTransparent = false;
  let sizes = 0;
  for await (const box of boxesIn(source, properties.start, properties.end)) {
    if (box.type === 'auxC') mayBeTransparent ||= await isAlpha(source, box);
    if (box.type !== 'ispe') continue;
    if (box.end - box.start < 12) throw new BrokenFile('damaged');
    const [width, height] = await source
      .view(box.start + 4, 8)
      .then((view) => [view.getUint32(0), view.getUint32(4)] as const);
    sizes += 1;
    if (width * height >= size.width * size.height) size = { width, height };
  }
  if (sizes === 0) throw new BrokenFile('damaged');
  return { ...size, mayBeTransparent };
}

/** Whether the data of all items lies within the file. */
async function isWhole(source: ByteSource, meta: Omit<MediaBox, 'type'>): Promise<boolean> {
  const { start, end } = await findBox(source, meta, 'iloc');
  return furthestByte(await source.view(start, Math.min(end - start, 0x1_0000))) <= source.size;
}

/**
 * AVIF and HEIC: meta / iprp / ipco / ispe. Every box has to end within the file, and so does the data that meta / iloc
 * points to. Source: ISO/IEC 14496-12 (boxes), 23008-12 (ispe, auxC).
 */
export async function readBoxHeader(source: ByteSource): Promise<PhotoHeader> {
  let found: MediaBox | null = null;
  for await (const box of boxesIn(source, 0, source.size)) if (box.type === 'meta') found ??= box;
  // The first box, by which the file was recognised, is there; so the file ends before this one, or has never had it.
  if (found === null) throw new BrokenFile('truncated');
  const meta = { start: found.start + 4, end: found.end };
  const properties = await findBox(source, meta, 'iprp');
  const header = await readProperties(source, await findBox(source, properties, 'ipco'));
  if (!(await isWhole(source, meta))) throw new BrokenFile('truncated');
  return header;
}
