import type { Preprocessing } from '../../shared/network';
import { defaultPreprocessing } from './networkFiles';

/** A way of preparing pixels that networks are commonly trained with. */
export interface CommonPreprocessing {
  readonly id: CommonId;
  readonly title: string;
  readonly detail: string;
  readonly preprocessing: Preprocessing;
}

export type CommonId =
  | 'vggface'
  | 'vggface2'
  | 'signed'
  | 'facenet'
  | 'caffe'
  | 'torch'
  | 'unit'
  | 'plain'
  | 'greySigned'
  | 'greyUnit'
  | 'greyPlain';

/**
 * VGGFace and VGGFace2: `preprocess_input` of rcmalli/keras-vggface, versions 1 and 2. −1 to 1, Caffe and PyTorch:
 * modes tf, caffe and torch of `preprocess_input` in keras/src/applications/imagenet_utils.py. FaceNet:
 * `fixed_image_standardization` of davidsandberg/facenet. Grey, −1 to 1: `preprocess_input` (v2) of
 * oarriaga/face_classification, whose mini-Xception tells expressions.
 *
 * PyTorch divides each channel by a number of its own (58.395, 57.12, 57.375); here one stands for all three, their
 * geometric mean, at most 1.4 % off.
 */
export const commonPreprocessings: readonly CommonPreprocessing[] = [
  {
    id: 'vggface',
    title: 'VGGFace',
    detail: 'BGR minus the mean of its faces',
    preprocessing: { order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 },
  },
  {
    id: 'vggface2',
    title: 'VGGFace2',
    detail: 'BGR minus the mean of its faces',
    preprocessing: { order: 'bgr', mean: [91.4953, 103.8827, 131.0912], scale: 1 },
  },
  {
    id: 'signed',
    title: '−1 to 1',
    detail: 'MobileNet, Inception, Xception, ResNet V2',
    preprocessing: { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
  },
  {
    id: 'facenet',
    title: 'FaceNet',
    detail: 'RGB minus 127.5, divided by 128',
    preprocessing: { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 128 },
  },
  {
    id: 'caffe',
    title: 'ImageNet, as in Caffe',
    detail: 'BGR minus ImageNet’s mean: VGG, ResNet',
    preprocessing: { order: 'bgr', mean: [103.939, 116.779, 123.68], scale: 1 },
  },
  {
    id: 'torch',
    title: 'ImageNet, as in PyTorch',
    detail: 'RGB minus the mean, divided by 57.6 (each channel’s own divisor is at most 1.4 % off): DenseNet',
    preprocessing: { order: 'rgb', mean: [123.675, 116.28, 103.53], scale: 1 / 57.6 },
  },
  { id: 'unit', title: '0 to 1', detail: 'RGB divided by 255', preprocessing: defaultPreprocessing },
  {
    id: 'plain',
    title: '0 to 255',
    detail: 'RGB as it is: the network does the rest',
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
  },
  {
    id: 'greySigned',
    title: 'Grey, −1 to 1',
    detail: 'mini-Xception for expressions',
    preprocessing: { order: 'grey', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
  },
  {
    id: 'greyUnit',
    title: 'Grey, 0 to 1',
    detail: 'divided by 255',
    preprocessing: { order: 'grey', mean: [0, 0, 0], scale: 1 / 255 },
  },
  {
    id: 'greyPlain',
    title: 'Grey, 0 to 255',
    detail: 'as it is: the network does the rest',
    preprocessing: { order: 'grey', mean: [0, 0, 0], scale: 1 },
  },
];

/** @throws never: every id has its entry */
export function commonById(id: CommonId): CommonPreprocessing {
  const found = commonPreprocessings.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`There is no common preprocessing ${id}.`);
  return found;
}

/** Whether two do the same to every pixel. */
export const samePreprocessing = (a: Preprocessing, b: Preprocessing): boolean =>
  a.order === b.order && a.scale === b.scale && a.mean.every((value, c) => value === b.mean[c]);

/** The common way that this is; null for one of its own. */
export function commonOf(preprocessing: Preprocessing): CommonPreprocessing | null {
  return commonPreprocessings.find((one) => samePreprocessing(one.preprocessing, preprocessing)) ?? null;
}
