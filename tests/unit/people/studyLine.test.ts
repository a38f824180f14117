import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { StudyLine } from '../../../src/page/parts/photo/StudyLine';
import { facesStore, type ShownPhoto } from '../../../src/page/state/faces';
import { noStudy, studyStore } from '../../../src/page/state/study';

vi.mock('../../../src/page/flows/openBench', () => ({ openBench: () => {} }));

const settings = { network: 'net', layer: 'conv', method: 'grad-cam', seed: 1, resamples: 200 } as const;
const photo = (id: string) => ({ id, file: '1.jpg', person: null, group: null });
const shown = (ofStudy?: string) => {
  const view = {} as ImageBitmap;
  const own: ShownPhoto = { ...{ id: 1, name: '1.jpg', width: 1, height: 1, view, faces: [] } };
  facesStore.setState({ photo: ofStudy === undefined ? own : { ...own, ofStudy } });
};
const line = () => renderToStaticMarkup(createElement(StudyLine));

beforeEach(() => studyStore.setState({ ...noStudy, ready: true, settings, photos: [photo('a'), photo('b')] }));

it('leads back from a photo of the study, and not from one that was dropped', () => {
  shown('b');
  expect(line()).toContain('Back to the study');
  shown();
  expect(line()).toBe('');
});

it('leads to no other study than the one that the photo is of', () => {
  shown('b');
  studyStore.setState(noStudy);
  expect(line()).toBe('');
  studyStore.setState({ settings, photos: [photo('c')] });
  expect(line()).toBe('');
});
