import { expect, test } from 'vitest';
import type { InputCheck } from '../../../src/shared/inputCheck';
import { judgeInput, valueRange } from '../../../src/shared/judgeInput';
import type { Preprocessing } from '../../../src/shared/network';

const vggface: Preprocessing = { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 };
const unit: Preprocessing = { order: 'rgb', mean: [0, 0, 0], scale: 1 / 255 };

/** What a face of these mean colours (red, green, blue) gives under a preprocessing. */
function checkOf({ order, mean, scale }: Preprocessing, colours = [130, 105, 95], deviation = 55): InputCheck {
  const channels = (order === 'rgb' ? colours : colours.toReversed()).map((pixel, c) => ({
    min: 0,
    mean: (pixel - (mean[c] ?? 0)) * scale,
    max: 1,
    deviation: deviation * Math.abs(scale),
    histogram: [],
  }));
  return { channels, range: [0, 1], normalised: null };
}

test('the range of a preprocessing', () => {
  expect(valueRange(unit)).toEqual([0, 1].map((value) => expect.closeTo(value)));
  expect(valueRange(vggface)).toEqual([expect.closeTo(-129.1863), expect.closeTo(161.406)]);
});

test('the right one fits, whatever the face', () => {
  for (const colours of [
    [130, 105, 95],
    [40, 30, 20],
    [220, 190, 170],
  ]) {
    const [judgement] = judgeInput(checkOf(vggface, colours), vggface, vggface);
    expect(judgement).toMatchObject({ evidence: 'training', fits: true });
    expect(judgement?.words).toContain('Networks like this one are trained on BGR values from −129 to 161');
    const [fact] = judgeInput(checkOf(vggface, colours), vggface, vggface, true);
    expect(fact?.words).toContain('It was trained on BGR values from −129 to 161');
  }
});

test.each([
  [{ ...vggface, order: 'rgb' }, /in RGB order/],
  [{ ...vggface, scale: 1 / 255 }, /255 times too small/],
  [{ ...vggface, scale: 2 }, /2\.00 times too large/],
  [{ ...vggface, mean: [0, 0, 0] }, /2\.3 deviations off/],
  [unit, /in RGB order, and the values are 255 times too small/],
] as const)('%j is told', (wrong, words) => {
  const [judgement] = judgeInput(checkOf(wrong as Preprocessing), wrong as Preprocessing, vggface);
  expect(judgement?.fits).toBe(false);
  expect(judgement?.words).toMatch(words);
});

test('ImageNet’s mean in place of VGGFace’s is no fault, but it is told', () => {
  const imagenet: Preprocessing = { ...vggface, mean: [103.939, 116.779, 123.68] };
  const [judgement] = judgeInput(checkOf(imagenet), imagenet, vggface);
  expect(judgement?.fits).toBe(true);
  expect(judgement?.words).toContain('not in its own numbers');
});

test('a normalisation that remembers other values is told; without any evidence that is said', () => {
  const normalised = { layer: 'bn', pictures: 6, channels: 64, shift: 0.2, spread: 0.9 };
  const check = checkOf(unit);
  expect(judgeInput({ ...check, normalised }, unit, null)[0]).toMatchObject({ evidence: 'normalisation', fits: true });
  for (const part of [{ shift: 0.9 }, { spread: 0.3 }, { spread: 2 }])
    expect(judgeInput({ ...check, normalised: { ...normalised, ...part } }, unit, null)[0]?.fits).toBe(false);
  expect(judgeInput({ ...check, normalised }, unit, vggface)).toHaveLength(2);
  expect(judgeInput(check, unit, null)).toMatchObject([{ evidence: 'none', fits: null }]);
});

test('where what is usual and what was measured contradict each other, it is told which is which and counts', () => {
  const normalised = { layer: 'bn', pictures: 7, channels: 64, shift: 2, spread: 0.9 };
  const words = (shift: number, expected: Preprocessing | null) =>
    judgeInput({ ...checkOf(unit), normalised: { ...normalised, shift } }, unit, expected).map((one) => one.words);
  const more = 'This was measured, and counts for more than what is usual.';
  expect(words(2, unit)).toEqual([
    'Networks like this one are trained on RGB values from 0 to 1: this fits, going by the numbers.',
    expect.stringMatching(/^Measured on 7 faces: .* most likely the preprocessing is wrong\. This was measured,/),
  ]);
  const plain: Preprocessing = { ...unit, scale: 1 };
  expect(words(0.1, plain)[1]).toContain(more);
  for (const agreed of [words(0.1, unit), words(2, plain), words(2, null)])
    expect(agreed.join(' ')).not.toContain(more);
});

test('what was measured does not overrule a fault of the channel order, which it may not see', () => {
  const normalised = { layer: 'bn', pictures: 7, channels: 64, shift: 0.1, spread: 0.9 };
  const turned: Preprocessing = { order: 'rgb', mean: vggface.mean.toReversed(), scale: 1 };
  for (const actual of [turned, unit]) {
    const [usual, measured] = judgeInput({ ...checkOf(actual), normalised }, actual, vggface);
    expect([usual?.fits, measured?.fits]).toEqual([false, true]);
    expect(usual?.words).toContain('the channels come in RGB order');
    expect(measured?.words).toMatch(/: this is as in training\.$/);
  }
});
