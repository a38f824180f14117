import type { Preprocessing } from '../../shared/network';
import { defaultPreprocessing } from './networkFiles';

/** A way of preparing pixels that networks are commonly trained with. */
export interface CommonPreprocessing {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly preprocessing: Preprocessing;
  /** Names of networks that were trained so. */
  readonly names: RegExp | null;
}

/** The first whose names fit is the guess. */
export const commonPreprocessings: readonly CommonPreprocessing[] = [
  {
    id: 'vggface',
    title: 'VGGFace',
    detail: 'BGR minus the mean of its faces',
    preprocessing: { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
    names: /vgg[-_ ]?face(?![-_ ]?2)/i,
  },
  {
    id: 'vggface2',
    title: 'VGGFace2',
    detail: 'BGR minus the mean of its faces',
    preprocessing: { order: 'bgr', mean: [91.4953, 103.8827, 131.0912], scale: 1 },
    names: /vgg[-_ ]?face[-_ ]?2/i,
  },
  {
    id: 'signed',
    title: '−1 to 1',
    detail: 'MobileNet, Inception, Xception, ResNet V2',
    preprocessing: { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
    names: /mobilenet|inception|xception|resnet\d*_?v2|facenet/i,
  },
  {
    id: 'caffe',
    title: 'ImageNet, as in Caffe',
    detail: 'BGR minus ImageNet’s mean: VGG, ResNet',
    preprocessing: { order: 'bgr', mean: [103.939, 116.779, 123.68], scale: 1 },
    names: /vgg|resnet/i,
  },
  { id: 'unit', title: '0 to 1', detail: 'RGB divided by 255', preprocessing: defaultPreprocessing, names: null },
  {
    id: 'plain',
    title: '0 to 255',
    detail: 'RGB as it is: the network does the rest',
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    names: /efficientnet/i,
  },
];

/** What a network of this name was probably trained with; 0 to 1 where the name says nothing. */
export function guessPreprocessing(name: string): Preprocessing {
  const found = commonPreprocessings.find(({ names }) => names?.test(name));
  return found?.preprocessing ?? defaultPreprocessing;
}

/** The common way that this is; null for one of its own. */
export function commonOf({ order, mean, scale }: Preprocessing): CommonPreprocessing | null {
  const same = (other: Preprocessing) =>
    other.order === order && other.scale === scale && other.mean.every((value, c) => value === mean[c]);
  return commonPreprocessings.find(({ preprocessing }) => same(preprocessing)) ?? null;
}
