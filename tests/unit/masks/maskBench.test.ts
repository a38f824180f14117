import { expect, test } from 'vitest';
import { hintOf } from '../../../src/page/panels/masks/canvas/hintOf';
import { formatChange, formatPoints } from '../../../src/page/panels/masks/formatChange';
import { madeWith } from '../../../src/page/panels/masks/log/madeWith';
import { sortLog } from '../../../src/page/panels/masks/log/sortLog';
import { appliedWords } from '../../../src/page/panels/masks/measured/appliedWords';
import { checkInWords, isRefuted } from '../../../src/page/panels/masks/measured/hidingWords';
import { measuredWords } from '../../../src/page/panels/masks/measured/measuredWords';
import { needsSentence } from '../../../src/page/panels/masks/measured/needsSentence';
import { presentRegions } from '../../../src/page/panels/masks/measured/presentRegions';
import { whyNoSearch } from '../../../src/page/panels/masks/measured/whyNoSearch';
import { canCompare } from '../../../src/page/panels/masks/results/canCompare';
import { headline, isChanged, newNameWords } from '../../../src/page/panels/masks/results/changeWords';
import { otherOptions } from '../../../src/page/panels/masks/tools/otherOptions';
import type { OtherFaceChosen, TriedMask } from '../../../src/page/state/maskResults';
import { formatPercent } from '../../../src/page/ui/formatPercent';
import { defaultMethodSettings, type Recognition } from '../../../src/shared/explain';
import { type Region, regions } from '../../../src/shared/face';
import type { GalleryPhoto } from '../../../src/shared/gallery';
import type { Mask, MaskOrigin } from '../../../src/shared/mask';
import type { Answer } from '../../../src/shared/mask/answerOf';
import { maskName } from '../../../src/shared/mask/maskName';
import { sameMask } from '../../../src/shared/mask/sameMask';
import { headOf } from './fakeBench';

/** People with these probabilities; their logits are their logarithms. */
function recognition(probabilities: readonly number[], unknown = false): Recognition {
  const scores = probabilities.map((probability, index) => ({
    index,
    label: `Person ${index + 1}`,
    logit: Math.log(probability),
    probability,
  }));
  return { embedding: null, outputs: [], identity: { scores, nearest: { index: 0, distance: 0.1 }, unknown } };
}

const open = recognition([0.981, 0.011, 0.008]);

test.each([
  [null, false, 'Person 1: 98.1 %'],
  [recognition([0.5, 0.3, 0.2]), false, 'Person 1: 98.1 % → 50.0 %, still first'],
  [recognition([0.3, 0.2, 0.5]), true, 'Now Person 3, 50.0 %. Person 1: 98.1 % → 30.0 %, now second'],
  [recognition([0.2, 0.3, 0.5]), true, 'Now Person 3, 50.0 %. Person 1: 98.1 % → 20.0 %, now third'],
  [
    recognition([0.4, 0.3, 0.3], true),
    true,
    'Nobody is near enough now. Person 1: 98.1 % → 40.0 %, still first of the nearest',
  ],
])('the headline tells what a mask has done (%#)', (after, changed, words) => {
  expect(headline(open, after)).toBe(words);
  expect(isChanged(open, after)).toBe(changed);
});

test('a face that was unknown before is told as such', () => {
  const unknown = recognition([0.6, 0.2, 0.2], true);
  expect(headline(unknown, null)).toBe('Nobody is near enough. Nearest: Person 1, 60.0 %');
  expect(headline(unknown, recognition([0.5, 0.3, 0.2], true))).toBe(
    'Nobody is near enough, as before. Person 1: 60.0 % → 50.0 %, still first',
  );
  expect(isChanged(unknown, open)).toBe(true);
});

test('a mask is named by what it is made of', () => {
  const stroke = (kind: 'rectangle' | 'ellipse'): Mask[number] => ({
    shape: { kind, box: { x: 0, y: 0, width: 1, height: 1 } },
    erase: false,
    fill: 'black',
  });
  const [a, b] = [stroke('rectangle'), stroke('ellipse')];
  const from = (origin: MaskOrigin): Mask[number] => ({ ...a, from: origin });
  const eraser = { ...a, erase: true };
  expect(maskName([a])).toBe('Rectangle');
  expect(maskName([a, b])).toBe('2 strokes');
  expect(maskName([from('glasses'), from('glasses')])).toBe('Glasses');
  expect(maskName([from('eye-bar'), b])).toBe('Eye bar and 1 stroke');
  expect(maskName([from('eye-bar'), from('nose')])).toBe('Eye bar and Nose');
  expect(maskName([from('file')])).toBe('Opened mask');
  expect(maskName([from('search'), eraser])).toBe('Found mask and 1 erased');
  expect(maskName([a, eraser])).toBe('Rectangle and 1 erased');
  expect(maskName([from('brows'), a, b, eraser, eraser])).toBe('Brows, 2 strokes and 2 erased');
});

test('a mask is the same as another one that hides the same, stroke by stroke', () => {
  const stroke = (width: number): Mask[number] => ({
    shape: { kind: 'rectangle', box: { x: 0, y: 0, width, height: 1 } },
    erase: false,
    fill: 'black',
  });
  expect(sameMask([stroke(1), stroke(2)], [stroke(1), stroke(2)])).toBe(true);
  expect(sameMask([stroke(1), stroke(2)], [stroke(2), stroke(1)])).toBe(false);
  expect(sameMask([stroke(1)], [stroke(1), stroke(2)])).toBe(false);
  expect(sameMask([stroke(1)], [{ ...stroke(1), fill: 'blur' }])).toBe(false);
  expect(sameMask([stroke(1)], [{ ...stroke(1), erase: true }])).toBe(false);
});

test('a hint speaks of clicks to a mouse and of taps to a finger, and of the mask that is moved', () => {
  expect(hintOf('polygon', true, null)).toMatch(/^Click .* Enter/);
  expect(hintOf('polygon', false, null)).toMatch(/^Tap /);
  expect(hintOf('polygon', false, null)).not.toMatch(/[Cc]lick|Enter/);
  expect(hintOf('move', false, 'eye-bar')).toContain('move the eye bar');
});

test('a new name is offered only where somebody else is first now', () => {
  expect(newNameWords(open, recognition([0.5, 0.3, 0.2]))).toBeNull();
  expect(newNameWords(open, recognition([0.5, 0.3, 0.2], true))).toBeNull();
  expect(newNameWords(open, recognition([0.2, 0.5, 0.3]))).toBe('The new name');
  expect(newNameWords(open, recognition([0.2, 0.5, 0.3], true))).toBe('The nearest now');
});

test('a search that cannot be made says why', () => {
  const people = { name: 'HSE', tellsPeople: true };
  const two = { names: ['Ada', 'Bo'] };
  expect(whyNoSearch(people, two, open)).toBeNull();
  expect(whyNoSearch(people, null, null)).toBeNull();
  expect(whyNoSearch(people, { names: ['Ada'] }, open)).toContain('add at least two people');
  expect(whyNoSearch(people, two, recognition([0.5, 0.3, 0.2], true))).toContain('Nobody is near enough');
  const classes = whyNoSearch({ name: 'Expressions', tellsPeople: false }, null, open);
  expect(classes).toContain('Expressions sorts faces into classes');
  expect(classes).not.toContain('gallery');
});

test('whoever is in the photo and in the gallery is one person with two faces', () => {
  const row = (who: string, kind: 'photo' | 'gallery', name: string | null, changed: boolean) => ({
    who,
    kind,
    before: { index: name === null ? -1 : 0, name, nearest: name ?? 'Ada', probability: 0.5 },
    changed,
  });
  const rows = [
    row('Face 1', 'photo', 'Ada', true),
    row('Face 2', 'photo', null, true),
    row('Ada', 'gallery', 'Ada', true),
    row('Bo', 'gallery', 'Bo', false),
    row('Cy', 'gallery', null, true),
  ];
  expect(appliedWords(rows)).toBe(
    'The name changes for 4 of 5 faces: that is 2 of 3 persons, by the names without the mask. 1 of the faces had no name before.',
  );
});

test('changes carry their sign, and none where they round to nothing', () => {
  expect([0.314, -2.4, 0.001, -0.001].map((value) => formatChange(value))).toEqual(['+0.31', '−2.40', '0.00', '0.00']);
  expect(formatPoints(0.98104, 0.23396)).toBe('−74.70');
  // The true change is 0.005: 0.01 as the two are printed.
  expect([formatPercent(0.12344, 2), formatPercent(0.12346, 2), formatPoints(0.12344, 0.12346)]).toEqual([
    '12.34 %',
    '12.35 %',
    '+0.01',
  ]);
  expect([formatPercent(0.00001, 2), formatPercent(0.99999, 2)]).toEqual(['< 0.01 %', '> 99.99 %']);
});

test('the log is sorted by any column, both ways, names by their numbers', () => {
  const entry = (id: number, name: string | null, covered: number) =>
    ({ id, covered, logitChange: -id, answer: { index: 0, name, nearest: '', probability: covered } }) as TriedMask;
  const log = [entry(1, 'Person 10', 0.2), entry(2, 'Person 9', 0.3), entry(3, null, 0.1)];
  const ids = (column: 'id' | 'covered' | 'name' | 'change', direction: 'ascending' | 'descending') =>
    sortLog(log, { column, direction }).map(({ id }) => id);
  expect(ids('id', 'descending')).toEqual([3, 2, 1]);
  expect(ids('covered', 'ascending')).toEqual([3, 1, 2]);
  expect(ids('name', 'ascending')).toEqual([3, 2, 1]);
  expect(ids('change', 'ascending')).toEqual([3, 2, 1]);
});

test('tries that differ by network, method or layer alone are told apart, and sorted by these', () => {
  const entry = (id: number, network: string, method: TriedMask['method'], layer: string) =>
    ({ id, network, method, layer }) as TriedMask;
  const log = [
    entry(1, 'b', 'grad-cam', 'conv2'),
    entry(2, 'a', 'layer-cam', 'conv2'),
    entry(3, 'a', 'grad-cam', 'conv2'),
    entry(4, 'a', 'grad-cam', 'conv1'),
    entry(5, 'a', 'gradient', 'conv1'),
  ];
  expect(new Set(log.map(madeWith)).size).toBe(5);
  expect(madeWith(log[1] as TriedMask)).toBe('a, LayerCAM, conv2');
  // A method by pixels has no layer.
  expect(madeWith(log[4] as TriedMask)).not.toContain('conv1');
  const ids = sortLog(log, { column: 'made', direction: 'ascending' }).map(({ id }) => id);
  expect(ids).toEqual([4, 3, 5, 2, 1]);
});

test('regions without a pixel, and elsewhere, cannot be hidden', () => {
  const at = (region: Region) => regions.indexOf(region);
  expect(presentRegions(Uint8Array.of(at('nose'), at('elsewhere'), at('eyes'), at('nose')))).toEqual(['eyes', 'nose']);
  expect(presentRegions(null)).toEqual([]);
});

test('the field names the face whose pixels are in use, and never another', () => {
  const face = (index: number) => ({
    key: `face-${index}`,
    label: `Face ${index + 1} of this photo`,
    source: { kind: 'face' as const, index },
  });
  const bo = { key: 'person-b', label: 'Bo', source: { kind: 'person' as const, id: 'b' } };
  const faces = [face(1), bo];
  const other = (key: string, photoId: number | null, name: string) => ({
    key,
    photoId,
    name,
    photo: {} as GalleryPhoto,
  });
  const shown = (chosen: OtherFaceChosen | null) => {
    const { value, options } = otherOptions(faces, chosen, 7);
    return options.find((option) => option.value === value)?.label;
  };
  expect(shown(null)).toBe('Choose a face');
  expect(shown(other('face-1', 7, 'face 2 of p'))).toBe('Face 2 of this photo');
  // The second face of the photo before is not the second face of this one.
  expect(shown(other('face-1', 6, 'face 2 of p'))).toBe('face 2 of p');
  expect(shown(other('person-b', null, 'Bo'))).toBe('Bo');
  expect(shown(other('person-gone', null, 'Cy'))).toBe('Cy');
  expect(shown(other('file', null, 'me.jpg'))).toBe('me.jpg');
  expect(otherOptions(faces, null, 7).options.map(({ value }) => value)).toEqual(['', 'face-1', 'person-b', 'file']);
});

test('the other network did not know the face, changes its answer, or keeps the name', () => {
  const answer = (index: number, name: string | null) => ({ index, name, nearest: 'Ada', probability: 0.5 });
  const words = (before: Answer, after: Answer) =>
    checkInWords({ network: 'b', networkName: 'B', before, after, changed: before.index !== after.index });
  const [ada, bo, nobody] = [answer(0, 'Ada'), answer(1, 'Bo'), answer(-1, null)];
  expect(words(nobody, nobody)).toContain('B did not know this face without the mask either (before: nobody near');
  expect(words(nobody, bo)).toContain('did not know this face');
  expect(words(ada, bo)).toContain('B changes its answer, too (before: Ada, 50.0 %; under the mask: Bo, 50.0 %)');
  expect(words(ada, nobody)).toContain('changes its answer');
  expect(words(ada, ada)).toContain('keeps the name');
  expect([ada, bo, null].map((afresh) => isRefuted({ before: ada, afresh }))).toEqual([true, false, false]);
});

test('a map that was stopped says where', () => {
  const settings = 'patch 32, stride 16, mean';
  expect(measuredWords(settings, 0.329, false)).toBe('stopped at 32 % · patch 32, stride 16, mean');
  expect([measuredWords(settings, 0.329, true), measuredWords(settings, 1, false)]).toEqual([settings, settings]);
});

test('a mark is explained with its figures; where there is none, nothing is said', () => {
  const row = {
    region: 'forehead',
    share: 0.24,
    area: 0.1,
    drops: [],
    meanDrop: 0.99,
    spread: 0.2,
    meanProbabilityDrop: 0.02,
    heatRank: 1,
    dropRank: 7,
    disagreement: 'looked at, not needed',
  } as const;
  expect(needsSentence(row, 'Ada')).toContain(
    'Forehead: 24.0 % of the heat lies there, but hiding just that changes the logit of Ada by −0.99 on average (rank 1 by heat, 7 by drop).',
  );
  expect(needsSentence({ ...row, disagreement: null }, 'Ada')).toBeNull();
});

test('two maps stand on one scale only if they were made the same way, of the same kind of score', () => {
  const identity = (index: number) => ({ kind: 'identity', head: headOf('a'), index }) as const;
  const shown = { method: 'smooth-grad', settings: defaultMethodSettings, layer: 'conv', target: identity(0) } as const;
  expect(canCompare({ ...shown, settings: { ...defaultMethodSettings }, target: identity(1) }, shown)).toBe(true);
  expect(canCompare({ ...shown, method: 'grad-cam' }, shown)).toBe(false);
  expect(canCompare({ ...shown, layer: 'fc' }, shown)).toBe(false);
  expect(canCompare({ ...shown, target: { kind: 'class', layer: 'fc', index: 0 } }, shown)).toBe(false);
  expect(canCompare({ ...shown, settings: { ...defaultMethodSettings, samples: 3 } }, shown)).toBe(false);
});
