import { createStore, set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { StoredGallery } from '../../src/page/engine/gallery/storedGallery';
import { clearLocalData } from '../../src/page/flows/clearLocalData';
import { saveGallery } from '../../src/page/flows/gallery/keepGallery';
import { openGallery } from '../../src/page/flows/gallery/openGallery';
import { pictureFacts } from '../../src/page/intake/gallery/pictureFacts';
import { editGallery, galleryStore } from '../../src/page/state/gallery/gallery';
import * as edits from '../../src/page/state/gallery/galleryEdits';
import { noticesStore } from '../../src/page/state/notices';
import type { Gallery, GalleryPerson } from '../../src/shared/gallery';

let databases = 0;
const freshName = () => `gallery-test-${databases++}-${Date.now()}`;

/** A gradient as a browser compresses it. */
async function compress(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, 'tan');
  gradient.addColorStop(1, 'navy');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type, quality: 0.8 });
}

async function person(name: string, photos: readonly string[]): Promise<GalleryPerson> {
  const picture = await compress(40, 30, 'image/jpeg');
  const landmarks = Array.from({ length: 68 }, (_, i) => ({ x: i / 2, y: i / 3 }));
  const embeddings = { hash: { dimensions: 3, values: Float32Array.from([1, 2, 3, 4, 5, 6]) } };
  return {
    ...{ id: `id-${name}`, name, group: 'g', bundled: false },
    photos: photos.map((id) => ({ id, width: 40, height: 30, picture, landmarks, embeddings })),
  };
}

/** Pictures as bytes, so that galleries can be compared. */
async function plain(gallery: Gallery): Promise<unknown> {
  const photo = async ({ picture, ...rest }: GalleryPerson['photos'][number]) => [
    rest,
    picture.type,
    new Uint8Array(await picture.arrayBuffer()),
  ];
  return Promise.all(gallery.map(async (one) => ({ ...one, photos: await Promise.all(one.photos.map(photo)) })));
}

afterEach(() => vi.unstubAllGlobals());

test.each(['image/jpeg', 'image/png', 'image/webp'])(
  'type and size are told from what the browser writes as %s',
  async (type) => {
    for (const [width, height] of [
      [1, 1],
      [37, 512],
      [500, 300],
    ] as const) {
      const blob = await compress(width, height, type);
      expect(blob.type).toBe(type);
      expect(pictureFacts(new Uint8Array(await blob.arrayBuffer()))).toEqual({ type, width, height });
    }
  },
);

test('what is kept comes back, after every kind of change, and nothing was kept before', async () => {
  const name = freshName();
  const store = new StoredGallery(name);
  expect(await new StoredGallery(name).load()).toBeNull();
  let people: Gallery = [await person('Ada', ['a1', 'a2']), await person('Bo', ['b1']), await person('Cy', ['c1'])];
  const more = await person('Di', ['d1']);
  const own = { dimensions: 1, values: new Float32Array([7]) };
  const changes: ((gallery: Gallery) => Gallery)[] = [
    (gallery) => gallery,
    (gallery) => edits.removePerson(gallery, 'id-Ada'),
    (gallery) => edits.addPerson(gallery, more),
    (gallery) => edits.renamePerson(gallery, 'id-Di', 'Dido'),
    (gallery) => edits.setGroup(gallery, 'id-Cy', null),
    (gallery) => edits.setEmbeddings(gallery, 'other', new Map([['b1', own]])),
    (gallery) => edits.removePhoto(gallery, 'c1'),
    () => [],
  ];
  for (const change of changes) {
    people = change(people);
    await store.save(people);
    const read = await new StoredGallery(name).load();
    expect(read?.damaged).toBe(0);
    expect(await plain(read?.people ?? [])).toEqual(await plain(people));
  }
  await store.save([more]);
  await store.clear();
  expect(await new StoredGallery(name).load()).toBeNull();
  await store.save([more]);
  expect((await new StoredGallery(name).load())?.people).toHaveLength(1);
});

test('damage costs what is damaged, and no more', async () => {
  const name = freshName();
  const people = [await person('Ada', ['a1', 'a2']), await person('Bo', ['b1']), await person('Cy', ['c1'])];
  await new StoredGallery(name).save(people);
  const records = createStore(name, 'records');
  await set('photo:a1', { id: 'a1', width: -3 }, records);
  await set('person:id-Bo', 'broken', records);
  await set('nonsense', { anything: 1 }, records);
  const read = await new StoredGallery(name).load();
  expect(read?.damaged).toBe(2);
  expect(read?.people.map(({ name: who, photos }) => [who, photos.map(({ id }) => id)])).toEqual([
    ['Ada', ['a2']],
    ['Cy', ['c1']],
  ]);
});

test('two pages at once do not delete each other’s people', async () => {
  const name = freshName();
  const [ada, bo] = [await person('Ada', ['a1']), await person('Bo', ['b1'])];
  const [one, two] = [new StoredGallery(name), new StoredGallery(name)];
  await one.load();
  await two.load();
  await one.save([ada]);
  await two.save([bo]);
  const read = await new StoredGallery(name).load();
  expect(read?.people.map(({ name: who }) => who).sort()).toEqual(['Ada', 'Bo']);
});

test('where there is no database, loading and saving fail with a remedy and deleting has nothing to do', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = new StoredGallery(freshName());
  const failure = { name: 'FoveaError', remedy: expect.stringContaining('private') };
  await expect(store.load()).rejects.toMatchObject(failure);
  await expect(store.save([await person('Ada', ['a1'])])).rejects.toMatchObject(failure);
  await expect(store.clear()).resolves.toBeUndefined();
});

test('the page keeps every change by itself, and deleting local data leaves nothing of it', async () => {
  await new StoredGallery().clear();
  expect(await openGallery()).toBe(true);
  expect(galleryStore.getState().ready).toBe(true);
  const ada = await person('Ada', ['a1']);
  editGallery((people) => edits.addPerson(people, ada));
  await vi.waitFor(async () => expect((await new StoredGallery().load())?.people).toHaveLength(1), { timeout: 5000 });
  // A change that waits to be kept must not come back after the deletion.
  editGallery((people) => edits.renamePerson(people, 'id-Ada', 'Ida'));
  await clearLocalData();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(galleryStore.getState().people).toEqual([]);
  expect(await new StoredGallery().load()).toBeNull();
  editGallery((people) => edits.addPerson(people, ada));
  await saveGallery();
  expect((await new StoredGallery().load())?.people).toHaveLength(1);
  expect(noticesStore.getState().notices).toEqual([]);
  await clearLocalData();
});
