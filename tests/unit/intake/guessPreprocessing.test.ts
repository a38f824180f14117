import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { commonOf, commonPreprocessings } from '../../../src/page/intake/commonPreprocessings';
import { guessPreprocessing } from '../../../src/page/intake/guessPreprocessing';
import { checkPreprocessing } from '../../../src/page/intake/networkFiles';
import { readNetworkEvidence } from '../../../src/page/intake/readNetworkEvidence';

const never = new AbortController().signal;
const evidence = { name: 'my model', layers: [] as readonly string[], classes: null };

test.each([
  ['vggface_vgg16', 'bgr', [93.594, 104.7624, 129.1863], 1],
  ['VGG-Face', 'bgr', [93.594, 104.7624, 129.1863], 1],
  ['vggface2_resnet50', 'bgr', [91.4953, 103.8827, 131.0912], 1],
  ['rcmalli_vggface_tf_senet50', 'bgr', [91.4953, 103.8827, 131.0912], 1],
  ['vgg16', 'bgr', [103.939, 116.779, 123.68], 1],
  ['resnet50', 'bgr', [103.939, 116.779, 123.68], 1],
  ['resnet50v2', 'rgb', [127.5, 127.5, 127.5], 1 / 127.5],
  ['mobilenet_1.00_224', 'rgb', [127.5, 127.5, 127.5], 1 / 127.5],
  ['efficientnetb0', 'rgb', [0, 0, 0], 1],
  ['my model', 'rgb', [0, 0, 0], 1 / 255],
] as const)('a network named %s', (name, order, mean, scale) => {
  const { preprocessing, basis } = guessPreprocessing({ ...evidence, name });
  expect(preprocessing).toEqual({ order, mean, scale });
  expect(basis).toBe(name === 'my model' ? 'nothing' : 'name');
});

test.each([
  [['input_1', 'conv1_1', 'conv1_2', 'pool1', 'conv5_3'], 'vggface', 'VGGFace’s (conv1_1, conv5_3)'],
  [['input_1', 'conv1/7x7_s2', 'conv1/7x7_s2/bn'], 'vggface2', 'VGGFace2'],
  [['input_1', 'block1_conv1', 'block5_conv3'], 'caffe', 'VGG'],
  [['block1_conv1', 'block14_sepconv2'], 'signed', 'Xception'],
  [['conv1_conv', 'conv2_block1_preact_bn', 'conv5_block3_out'], 'signed', 'ResNet V2'],
  [['conv1_conv', 'conv5_block3_out'], 'caffe', 'ResNet'],
  [['conv1_conv', 'conv2_block1_concat'], 'torch', 'DenseNet'],
  [['conv1', 'conv_dw_1', 'conv_pw_13', 'conv_preds'], 'signed', 'Keras’s MobileNet'],
  [['conv1', 'conv_dw_1', 'conv_pw_13', 'gender_pred', 'age_pred'], 'plain', 'HSE-FaceRes’s'],
  [['input_1', 'rescaling', 'stem_conv', 'conv1_1', 'conv5_3'], 'plain', 'rescaling'],
] as const)('layers %j tell more than any name', (layers, id, words) => {
  const guess = guessPreprocessing({ ...evidence, name: 'inception', layers });
  expect(guess.id).toBe(id);
  expect(guess.basis).toBe('layers');
  expect(guess.reason).toContain(words);
});

test('the number of people tells the release of VGGFace', () => {
  expect(guessPreprocessing({ ...evidence, classes: 2622 }).id).toBe('vggface');
  expect(guessPreprocessing({ ...evidence, classes: 8631 }).id).toBe('vggface2');
  expect(guessPreprocessing({ ...evidence, classes: 1000 }).basis).toBe('nothing');
});

test('another release’s number of classes makes the layers’ names doubtful', () => {
  const layers = ['input_1', 'conv1_1', 'conv5_3'];
  expect(guessPreprocessing({ ...evidence, layers, classes: 1000 })).toMatchObject({
    ...{ id: 'caffe', basis: 'contradiction' },
    reason: 'because ImageNet has 1,000 classes as well, though its layers are named as VGGFace’s (conv1_1, conv5_3)',
  });
  expect(guessPreprocessing({ ...evidence, layers, classes: 8631 })).toMatchObject({ id: 'vggface2' });
  for (const classes of [2622, 12, null])
    expect(guessPreprocessing({ ...evidence, layers, classes })).toMatchObject({ id: 'vggface', basis: 'layers' });
});

test('a graph model with its normalisations folded away still tells its layers: HSE-FaceRes takes pixels as they are', async () => {
  const json = await readFile('node_modules/@vladmandic/human/models/faceres.json');
  const told = await readNetworkEvidence(never, [new File([json], 'faceres.json')]);
  expect(told.layers).toEqual(expect.arrayContaining(['conv_dw_1', 'conv_pw_13', 'age_pred', 'gender_pred']));
  expect(guessPreprocessing(told)).toMatchObject({
    ...{ id: 'plain', basis: 'layers' },
    reason: 'because its layers are named as HSE-FaceRes’s (conv_dw_1, age_pred, gender_pred)',
  });
});

test('every common way is one, and is recognised as itself', () => {
  for (const one of commonPreprocessings) {
    expect(checkPreprocessing(one.preprocessing)).toEqual(one.preprocessing);
    expect(commonOf(one.preprocessing)?.id).toBe(one.id);
    expect(commonOf({ ...one.preprocessing, scale: 0.123 })).toBeNull();
  }
});

test('a model is found by its content, whatever its name', async () => {
  const topology = { model_config: { config: { name: 'mine', layers: [{ config: { name: 'conv1_1' } }] } } };
  const model = new File([JSON.stringify({ modelTopology: topology })], 'download');
  const shard = new File([new Uint8Array([0, 1, 2])], 'shard.json');
  expect(await readNetworkEvidence(never, [shard, model])).toMatchObject({ name: 'mine', layers: ['conv1_1'] });
});

test('the one divisor that stands for PyTorch’s three is at most 1.4 % off', () => {
  const torch = commonPreprocessings.find(({ id }) => id === 'torch');
  for (const deviation of [0.229, 0.224, 0.225])
    expect(Math.abs(255 * deviation * (torch?.preprocessing.scale ?? 0) - 1)).toBeLessThan(0.0141);
});

test('a model.json tells its name, layers and classes, and nothing where it is none', async () => {
  const layers = [
    { class_name: 'Conv2D', config: { name: 'conv1_1', filters: 64 } },
    { class_name: 'Dense', config: { name: 'fc7', units: 4096 } },
    { class_name: 'Dense', config: { name: 'fc8', units: 2622 } },
  ];
  const read = (name: unknown, wrapped = true) => {
    const model = { class_name: 'Functional', config: { name, layers } };
    const text = JSON.stringify({ modelTopology: wrapped ? { model_config: model } : model });
    return readNetworkEvidence(never, [new File([text], 'mine.json'), new File([''], 'w.bin')]);
  };
  const told = { name: 'vggface_vgg16', layers: ['conv1_1', 'fc7', 'fc8'], classes: 2622, grey: false, whole: false };
  expect(await read('vggface_vgg16')).toEqual(told);
  expect(await read('vggface_vgg16', false)).toEqual(told);
  for (const empty of ['model_3', 'sequential', 'functional_1', ''])
    expect(await read(empty)).toEqual({ ...told, name: 'mine' });
  const nothing = { ...evidence, grey: false, whole: false };
  for (const broken of ['{', '[]', 'null', '{"modelTopology": 5}'])
    expect(await readNetworkEvidence(never, [new File([broken], 'mine.json')])).toEqual({ ...nothing, name: 'mine' });
  expect(await readNetworkEvidence(never, [new File(['[]'], 'w.bin')])).toEqual({ ...nothing, name: 'w' });
});

test('a grey network is told by its input’s one channel, and guessed among the grey ways', async () => {
  const dim = (...sizes: number[]) => ({ dim: sizes.map((size) => ({ size: String(size) })) });
  const graph = (channels: number, type: string, names: readonly string[]) => {
    const input = {
      name: 'x',
      op: 'Placeholder',
      attr: { dtype: { type }, shape: { shape: dim(-1, 64, 64, channels) } },
    };
    const node = [input, ...names.map((name) => ({ name, op: 'Relu', input: ['x'] }))];
    return [new File([JSON.stringify({ modelTopology: { node } })], 'model.json')];
  };
  const signal = new AbortController().signal;
  const names = ['scope/block3_sepconv1_act/Relu', 'scope/predictions/Softmax'];
  const grey = await readNetworkEvidence(signal, graph(1, 'DT_FLOAT', names));
  expect(grey).toMatchObject({ grey: true, whole: false, layers: ['x', 'block3_sepconv1_act', 'predictions'] });
  expect(guessPreprocessing(grey)).toMatchObject({ id: 'greySigned', basis: 'layers' });
  expect(guessPreprocessing({ ...grey, layers: [] })).toMatchObject({ id: 'greyUnit', basis: 'nothing' });
  const whole = await readNetworkEvidence(signal, graph(3, 'DT_UINT8', ['y']));
  expect(guessPreprocessing(whole)).toMatchObject({ id: 'plain', reason: 'because its input takes whole numbers' });
  const layers = [{ class_name: 'InputLayer', config: { name: 'in', batch_input_shape: [null, 48, 48, 1] } }];
  const topology = { class_name: 'Sequential', config: { name: 'net', layers } };
  const keras = new File([JSON.stringify({ modelTopology: topology })], 'model.json');
  expect((await readNetworkEvidence(signal, [keras])).grey).toBe(true);
});
