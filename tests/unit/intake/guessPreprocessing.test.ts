import { expect, test } from 'vitest';
import { commonOf, commonPreprocessings, guessPreprocessing } from '../../../src/page/intake/guessPreprocessing';
import { checkPreprocessing } from '../../../src/page/intake/networkFiles';
import { readModelName } from '../../../src/page/intake/readModelName';

const never = new AbortController().signal;

test.each([
  ['vggface_vgg16', 'bgr', [93.594, 104.7624, 129.1863], 1],
  ['VGG-Face', 'bgr', [93.594, 104.7624, 129.1863], 1],
  ['vggface2_resnet50', 'bgr', [91.4953, 103.8827, 131.0912], 1],
  ['vgg16', 'bgr', [103.939, 116.779, 123.68], 1],
  ['resnet50', 'bgr', [103.939, 116.779, 123.68], 1],
  ['resnet50v2', 'rgb', [127.5, 127.5, 127.5], 1 / 127.5],
  ['mobilenet_1.00_224', 'rgb', [127.5, 127.5, 127.5], 1 / 127.5],
  ['efficientnetb0', 'rgb', [0, 0, 0], 1],
  ['my model', 'rgb', [0, 0, 0], 1 / 255],
] as const)('a network named %s', (name, order, mean, scale) => {
  expect(guessPreprocessing(name)).toEqual({ order, mean, scale });
});

test('every common way is one, and is recognised as itself', () => {
  for (const one of commonPreprocessings) {
    expect(checkPreprocessing(one.preprocessing)).toEqual(one.preprocessing);
    expect(commonOf(one.preprocessing)?.id).toBe(one.id);
    expect(commonOf({ ...one.preprocessing, scale: 0.123 })).toBeNull();
  }
});

test('a model’s own name is read from its file, unless it says nothing', async () => {
  const named = (name: unknown, wrapped = true) => {
    const model = { class_name: 'Functional', config: { name } };
    return [new File([JSON.stringify({ modelTopology: wrapped ? { model_config: model } : model })], 'model.json')];
  };
  expect(await readModelName(never, named('vggface_vgg16'))).toBe('vggface_vgg16');
  expect(await readModelName(never, named('vggface_vgg16', false))).toBe('vggface_vgg16');
  for (const empty of ['model_3', 'sequential', 'functional_1', 5, ''])
    expect(await readModelName(never, named(empty))).toBeNull();
  expect(await readModelName(never, [new File(['[]'], 'w.bin')])).toBeNull();
  await expect(readModelName(never, [new File(['{'], 'model.json')])).rejects.toThrow(SyntaxError);
});
