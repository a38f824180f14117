import type { Preprocessing } from '../../shared/network';
import { type CommonId, commonById } from './commonPreprocessings';

/** What is known of a network before anybody says what it expects. */
export interface NetworkEvidence {
  /** Of the model or its files. */
  readonly name: string;
  /** Names of its layers, as its file has them; empty while unknown. */
  readonly layers: readonly string[];
  /** How many classes its last layer has; null while unknown. */
  readonly classes: number | null;
  /** True: its input has one channel. */
  readonly grey?: boolean;
  /** True: its input takes whole numbers, which only pixels as they are can be. */
  readonly whole?: boolean;
}

export interface PreprocessingGuess {
  readonly id: CommonId;
  readonly preprocessing: Preprocessing;
  /** 'because its layers are named as VGGFace’s (conv1_1 … conv5_3)'. */
  readonly reason: string;
  /** Layers or classes tell it, unless they contradict each other; a name only hints, and without one nothing does. */
  readonly basis: 'layers' | 'classes' | 'contradiction' | 'name' | 'nothing';
}

interface LayerRule {
  readonly id: CommonId;
  readonly whose: string;
  /** All of them have to be there. */
  readonly has: readonly RegExp[];
  /** Of the release; another release's number says that the same layers were trained on that one's pictures. */
  readonly classes?: number;
}

/** The first whose layers are all there is taken. Names as Keras Applications and the VGGFace release give them. */
const layerRules: readonly LayerRule[] = [
  { id: 'vggface2', whose: 'the VGGFace2 release’s', has: [/^conv1\/7x7_s2$/], classes: 8631 },
  { id: 'vggface', whose: 'VGGFace’s', has: [/^conv1_1$/, /^conv5_3$/], classes: 2622 },
  { id: 'caffe', whose: 'Keras’s VGG', has: [/^block1_conv1$/, /^block5_conv3$/] },
  { id: 'signed', whose: 'Keras’s Xception', has: [/^block14_sepconv2$/] },
  { id: 'signed', whose: 'Keras’s ResNet V2', has: [/^conv1_conv$/, /^conv2_block1_preact_bn$/] },
  { id: 'torch', whose: 'Keras’s DenseNet', has: [/^conv2_block1_concat$/] },
  { id: 'caffe', whose: 'Keras’s ResNet', has: [/^conv1_conv$/, /^conv5_block3_out$/] },
  // A MobileNet by its layers, but trained on pixels as they are.
  { id: 'plain', whose: 'HSE-FaceRes’s', has: [/^conv_dw_1$/, /^age_pred$/, /^gender_pred$/] },
  { id: 'signed', whose: 'Keras’s MobileNet', has: [/^conv_dw_1$/, /^conv_pw_13$/] },
  { id: 'signed', whose: 'Keras’s MobileNet V2', has: [/^Conv1$/, /^block_16_project$/] },
  { id: 'facenet', whose: 'FaceNet’s', has: [/^Conv2d_1a_3x3$/, /^Mixed_7a/, /^Bottleneck$/] },
  { id: 'signed', whose: 'Keras’s Inception', has: [/^mixed10$/] },
  { id: 'signed', whose: 'Keras’s Inception-ResNet', has: [/^block35_1_mixed$/] },
];

/** Layers at the network's beginning that prepare the pixels themselves. */
const preparing = /^(rescaling|normalization)(_\d+)?$/i;

/** The first name that fits is taken. */
const nameRules: readonly (readonly [CommonId, RegExp])[] = [
  ['vggface', /vgg[-_ ]?face(?![-_ ]?2)(?!.*(resnet|senet))/i],
  ['vggface2', /vgg[-_ ]?face/i],
  ['facenet', /facenet/i],
  ['signed', /mobilenet|inception|xception|resnet\d*_?v2/i],
  ['torch', /densenet/i],
  ['caffe', /vgg|resnet/i],
  ['plain', /efficientnet/i],
];

/** People of the two VGGFace releases. */
const classRules: Readonly<Record<number, readonly [CommonId, string]>> = {
  2622: ['vggface', 'VGGFace'],
  8631: ['vggface2', 'VGGFace2'],
};

/** Releases whose number of classes gives them away where layers are named as another one's. */
const otherReleases: typeof classRules = { ...classRules, 1000: ['caffe', 'ImageNet'] };

/** What a network was probably trained with, and why; 0 to 1 where nothing tells. */
export function guessPreprocessing({
  name,
  layers,
  classes,
  grey = false,
  whole = false,
}: NetworkEvidence): PreprocessingGuess {
  const plain = grey ? 'greyPlain' : 'plain';
  if (whole) return guess(plain, 'layers', 'because its input takes whole numbers');
  const inside = layers.slice(0, 4).find((layer) => preparing.test(layer));
  if (inside !== undefined)
    return guess(plain, 'layers', `because its layer ${inside} prepares the pixels inside the network`);
  if (grey) return guessGrey(name, layers);
  for (const { id, whose, has, classes: expected } of layerRules) {
    const found = has.map((pattern) => layers.find((layer) => pattern.test(layer)));
    if (!found.every((layer) => layer !== undefined)) continue;
    const named = `its layers are named as ${whose} (${found.join(', ')})`;
    const other = expected === undefined || classes === null || classes === expected ? null : otherReleases[classes];
    if (!other) return guess(id, 'layers', `because ${named}`);
    const count = classes?.toLocaleString('en');
    return guess(other[0], 'contradiction', `because ${other[1]} has ${count} classes as well, though ${named}`);
  }
  const [ofClasses, release] = (classes === null ? undefined : classRules[classes]) ?? [];
  if (ofClasses !== undefined) return guess(ofClasses, 'classes', `because ${release} has ${classes} people as well`);
  const [ofName] = nameRules.find(([, pattern]) => pattern.test(name)) ?? [];
  if (ofName !== undefined) return guess(ofName, 'name', `from its name, ${name}, alone`);
  return guess('unit', 'nothing', 'because nothing in its files tells, and this is the most common way');
}

/** Layers as oarriaga's mini-Xception names them. */
const miniXception = [/^block3_sepconv1_act$/, /^predictions$/];

function guessGrey(name: string, layers: readonly string[]): PreprocessingGuess {
  const found = miniXception.map((pattern) => layers.find((layer) => pattern.test(layer)));
  if (found.every((layer) => layer !== undefined))
    return guess('greySigned', 'layers', `because its layers are named as mini-Xception’s (${found.join(', ')})`);
  if (/emotion|expression|xception/i.test(name)) return guess('greySigned', 'name', `from its name, ${name}, alone`);
  return guess('greyUnit', 'nothing', 'because nothing in its files tells, and this is the most common way');
}

const guess = (id: CommonId, basis: PreprocessingGuess['basis'], reason: string): PreprocessingGuess => ({
  id,
  basis,
  reason,
  preprocessing: commonById(id).preprocessing,
});
