import { afterEach, describe, expect, it } from 'vitest';
import { studyJson } from '../../../src/page/flows/people/report/studyJson';
import { readStudyFile } from '../../../src/page/intake/people/studyFile';
import { noStudy, studyStore } from '../../../src/page/state/study';
import type { Mask } from '../../../src/shared/mask';
import { madePhoto, madeReport } from './support/madeStudy';

const { signal } = new AbortController();
const photos = [{ id: '1', file: 'A/anna.jpg', person: 'Anna', group: 'A' }];
const mask: Mask = [
  { shape: { kind: 'rectangle', box: { x: 0, y: 0.1, width: 1, height: 0.2 } }, erase: false, fill: 'black' },
  {
    shape: {
      ...{ kind: 'cells', box: { x: 0, y: 0, width: 1, height: 1 }, width: 2, height: 2 },
      cells: Uint8Array.of(0, 1, 1, 0),
    },
    ...{ erase: true, fill: 'blur' },
  },
];
const content = () => madeReport(photos, [madePhoto('1')]);
const read = (text: string) => readStudyFile(signal, new Blob([text]));

afterEach(() => studyStore.setState(noStudy));

describe('a study as JSON', () => {
  it('comes back with settings, mask, persons and groups', async () => {
    studyStore.setState({ masked: { mask, name: 'Mine', measured: new Map(), failures: new Map() } });
    const file = await read(studyJson(content()));
    expect(file.settings).toEqual(content().settings);
    expect(file.network).toEqual({ id: 'hse-mobilenet', name: 'HSE-FaceRes', hash: 'ab12' });
    expect(file.mask).toEqual({ name: 'Mine', strokes: mask });
    expect(file.photos).toEqual([{ file: 'A/anna.jpg', person: 'Anna', group: 'A' }]);
  });

  it('holds no names where they are not wanted', async () => {
    const text = studyJson({ ...content(), pseudonyms: true });
    expect(text).not.toMatch(/anna/i);
    expect((await read(text)).photos).toEqual([]);
  });

  it.each([
    ['not JSON', 'The file is not valid JSON.'],
    ['{"format":"fovea-study","version":2}', 'has version 2, and this one reads version 1'],
    [
      studyJson(content()).replace('"version": 1', '"version": 99'),
      'another version of Fovea: its file has version 99',
    ],
    [studyJson(content()).replace('"grad-cam"', '"no-cam"'), 'settings.method'],
    [studyJson(content()).replace('"resamples": 2000', '"resamples": 1e9'), 'settings.resamples'],
  ])('is refused where it makes no sense: %#', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
