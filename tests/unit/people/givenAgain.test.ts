/** Photos that are given again to a study which misses them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftPhotos } from '../../../src/page/flows/people/draftPhotos';
import { matchMissing } from '../../../src/page/flows/people/matchMissing';
import { sourceOf } from '../../../src/page/flows/people/studySources';
import { takeOnPeople } from '../../../src/page/flows/people/takeOnPeople';
import { noPhotos, peopleViewStore } from '../../../src/page/state/peopleView';
import { noStudy, studyStore } from '../../../src/page/state/study';

vi.mock('../../../src/page/engine/instance', () => ({ engine: () => ({ run: () => new Promise(() => {}) }) }));
vi.mock('../../../src/page/engine/samples', () => ({ samplePhotos: [] }));
vi.mock('../../../src/page/engine/catalogue', () => ({ catalogue: [], faceNetworks: {} }));
vi.mock('../../../src/page/flows/people/measureStudy', () => ({ measureStudy: async () => false }));

const photo = (id: string, file: string) => ({ id, file, person: null, group: null });
/** As from a dropped folder: the file itself knows nothing of where it came from. */
const at = (path: string, content = path) => ({ path, file: new File([content], path.split('/').at(-1) ?? '') });

describe('matchMissing', () => {
  const match = (missing: readonly string[], given: readonly string[]) =>
    Object.fromEntries(
      [
        ...matchMissing(
          missing.map((file) => photo(file, file)),
          given.map((path) => at(path)),
        ),
      ].map(([id, { path }]) => [id, path]),
    );
  test.each<[string, string[], string[], Record<string, string>]>([
    [
      'the same path',
      ['s/A/1.jpg', 's/B/1.jpg'],
      ['s/B/1.jpg', 's/A/1.jpg'],
      { 's/A/1.jpg': 's/A/1.jpg', 's/B/1.jpg': 's/B/1.jpg' },
    ],
    ['a folder within', ['s/A/1.jpg', 's/B/1.jpg'], ['B/1.jpg'], { 's/B/1.jpg': 'B/1.jpg' }],
    ['a folder around', ['A/1.jpg', 'B/1.jpg'], ['s/B/1.jpg'], { 'B/1.jpg': 's/B/1.jpg' }],
    ['a name that one photo has', ['s/A/1.jpg', 's/B/2.jpg'], ['1.jpg'], { 's/A/1.jpg': '1.jpg' }],
    ['a name that two photos have', ['s/A/1.jpg', 's/B/1.jpg'], ['1.jpg'], {}],
    ['two files that would do', ['1.jpg'], ['A/1.jpg', 'B/1.jpg'], {}],
    ['the same name in another folder', ['s/A/1.jpg'], ['s/New/1.jpg'], {}],
    ['a file is one photo’s only', ['A/1.jpg', 's/A/1.jpg'], ['A/1.jpg'], { 'A/1.jpg': 'A/1.jpg' }],
  ])('%s', (_, missing, given, matched) => expect(match(missing, given)).toEqual(matched));
});

describe('a drop while photos are missing', () => {
  const missing = [photo('anna', 's/Anna/1.jpg'), photo('bertil', 's/Bertil/1.jpg')];
  beforeEach(async () => {
    // What is kept here has been read: nothing.
    await takeOnPeople([]);
    const settings = { network: 'n', layer: 'l', method: 'grad-cam', seed: 1, resamples: 200 } as const;
    studyStore.setState({ ...noStudy, settings, photos: missing, missing });
  });
  afterEach(() => peopleViewStore.setState(noPhotos));

  test('each photo gets its own file, and another one of the same name waits for being added', async () => {
    await takeOnPeople([at('s/Bertil/1.jpg'), at('s/Anna/1.jpg'), at('s/Cleo/1.jpg')]);
    expect(await (await sourceOf('anna'))?.text()).toBe('s/Anna/1.jpg');
    expect(await (await sourceOf('bertil'))?.text()).toBe('s/Bertil/1.jpg');
    expect(peopleViewStore.getState().draft.map(({ path }) => path)).toEqual(['s/Cleo/1.jpg']);
  });

  test('a table that comes with new photos is theirs, too, and the study’s', async () => {
    await takeOnPeople([at('s/groups.csv', 'Anna/1.jpg,North\nCleo/1.jpg,South'), at('s/Cleo/1.jpg')]);
    expect(studyStore.getState().photos.map(({ group }) => group)).toEqual(['North', null]);
    expect(draftPhotos().map(({ file, group }) => [file, group])).toEqual([['s/Cleo/1.jpg', 'South']]);
    expect(peopleViewStore.getState().table).toMatchObject({ matched: 2, unmatched: [], missing: ['s/Bertil/1.jpg'] });
  });
});
