/** What the search calls a mask that hides a face, painted by the page over real faces and recognised anew. */
import { beforeAll, describe, expect, test } from 'vitest';
import { engine } from '../../src/page/engine/instance';
import { cropKept } from '../../src/page/flows/gallery/cropKept';
import { faceToCrop, type MaskGround, maskNow, noiseSeed } from '../../src/page/flows/masks/maskNow';
import { galleryStore } from '../../src/page/state/gallery/gallery';
import type { Picture } from '../../src/shared/ascent';
import type { IdentityHead } from '../../src/shared/explain';
import type { FillKind } from '../../src/shared/mask';
import { answerOf } from '../../src/shared/mask/answerOf';
import { cellsOf } from '../../src/shared/mask/cellsOf';
import { faceNetworkIds, openFaces, trainFor } from '../bench/recognition/openFaces';
import { never } from './support/photos';

/** Of the gallery, from several photos; the head knows these alone. */
const enrolled = [0, 2, 5, 9, 12, 16, 20];
/** Places among them, and what hides each of the faces. */
const cases: readonly (readonly [number, Exclude<FillKind, 'other'>])[] = [
  [0, 'black'],
  [2, 'mean'],
  [3, 'blur'],
  [6, 'noise'],
];

let heads: ReadonlyMap<string, IdentityHead>;

beforeAll(async () => {
  await openFaces(never);
  const { people } = galleryStore.getState();
  galleryStore.setState({ people: people.filter((_, i) => enrolled.includes(i)) });
  const trained: IdentityHead[] = [];
  for (const network of faceNetworkIds) trained.push(await trainFor(never, network));
  heads = new Map(trained.map((head) => [head.network, head]));
}, 240_000);

const headOf = (network: string): IdentityHead => heads.get(network) ?? expect.fail();

async function groundOf(network: string, person: number): Promise<MaskGround> {
  const kept = galleryStore.getState().people[person]?.photos[0] ?? expect.fail();
  return { network, choice: { kind: 'face' }, ...(await cropKept(never, network, kept)) };
}

async function named(head: IdentityHead, input: Picture) {
  const { network } = head;
  return answerOf(await engine().run(never, 'recognise', { network, input, head })) ?? expect.fail();
}

async function search(ground: MaskGround, head: IdentityHead, fill: Exclude<FillKind, 'other'>) {
  const { network, input, regions } = ground;
  const request = { network, input, regions, head, fill, seed: noiseSeed };
  const end = await engine().run(never, 'hideFace', request, { onEvent: () => {} });
  const stroke = cellsOf(end.hidden, [input.height, input.width], faceToCrop(ground), fill);
  return { end, stroke };
}

describe.each(faceNetworkIds)('%s', (network) => {
  test.each(cases)('the mask found for face %i with %s changes the name, painted afresh', async (person, fill) => {
    const head = headOf(network);
    const ground = await groundOf(network, person);
    expect(await named(head, ground.input)).toMatchObject({ index: person });
    const { end, stroke } = await search(ground, head, fill);
    expect(end).toMatchObject({ phase: 'done', changed: true });

    const { input, raster, covered } = await maskNow(never, ground, [stroke]);
    expect(raster.map((value) => Math.min(1, value))).toEqual(end.hidden);
    expect(covered).toBeCloseTo(end.covered, 10);
    const afresh = await named(head, input);
    expect(afresh.index).not.toBe(person);
    expect(afresh.index).toBe(end.answer.index);
    expect(afresh.probability).toBeCloseTo(end.answer.probability, 3);
  });
});
