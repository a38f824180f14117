import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { studyStamp } from '../../../src/page/flows/people/studyStamp';
import type { Gallery } from '../../../src/shared/gallery';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({}) }));

const network = { hash: 'h', outputs: { embedding: 'e' } };
const person = (name: string, ...photos: readonly string[]) =>
  ({ id: name, name, group: null, bundled: false, photos: photos.map((id) => ({ id })) }) as unknown as Gallery[number];
const gallery = [person('Anna', '1', '2'), person('Bo', '3')];

afterEach(() => vi.unstubAllGlobals());

test('another preprocessing, which is in the hash, another name and another photo are other stamps', async () => {
  const own = await studyStamp(network, gallery);
  expect(await studyStamp({ ...network }, structuredClone(gallery))).toBe(own);
  const others = [
    await studyStamp({ ...network, hash: 'h with another preprocessing' }, gallery),
    await studyStamp(network, [person('Anne', '1', '2'), person('Bo', '3')]),
    await studyStamp(network, [person('Anna', '1'), person('Bo', '3')]),
    await studyStamp(network, []),
  ];
  expect(new Set([own, ...others]).size).toBe(5);
});

test('the gallery does not count for a network that has no embedding', async () => {
  const classes = { hash: 'h', outputs: { embedding: null } };
  expect(await studyStamp(classes, gallery)).toBe(await studyStamp(classes, []));
});

test('it is the same over plain http, where browsers withhold SHA-256', async () => {
  const expected = createHash('sha256').update('h ').digest('hex');
  expect(await studyStamp(network, [])).toBe(expected);
  vi.stubGlobal('crypto', {});
  expect(await studyStamp(network, [])).toBe(expected);
});
