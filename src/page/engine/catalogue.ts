import dlibWeights from '@vladmandic/face-api/model/face_recognition_model.bin?url';
import dlibManifest from '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json?url';
import hseWeights from '@vladmandic/human/models/faceres.bin?url';
import hseManifest from '@vladmandic/human/models/faceres.json?url';
import type { NetworkSpec } from '../../shared/network';

/** An address of the build, made absolute: a worker has another base than the page. */
const absolute = (url: string) => new URL(url, document.baseURI).href;

/** The networks that come along, in the order in which they are offered; the first is shown at the start. */
export const catalogue: readonly NetworkSpec[] = [
  {
    id: 'dlib-resnet',
    name: 'dlib ResNet-29',
    source: {
      format: 'face-api',
      architecture: 'recognition',
      manifest: absolute(dlibManifest),
      weights: [absolute(dlibWeights)],
    },
    preprocessing: { order: 'rgb', mean: [122.782, 117.001, 104.298], scale: 1 / 255 },
    origin: {
      source: '@vladmandic/face-api, model/face_recognition_model (weights by Davis King, dlib)',
      licence: 'weights: public domain (CC0); package: MIT',
      citation: 'D. E. King, “Dlib-ml: A Machine Learning Toolkit”, JMLR 10, 2009',
    },
  },
  {
    id: 'hse-mobilenet',
    name: 'HSE-FaceRes MobileNet',
    source: { format: 'graph-model', manifest: absolute(hseManifest), weights: [absolute(hseWeights)] },
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    origin: {
      source: '@vladmandic/human, models/faceres (HSE-FaceRes, trained on VGGFace2)',
      licence: 'package: MIT; weights: Apache-2.0',
      citation:
        'A. V. Savchenko, “Efficient facial representations for age, gender and identity recognition in organizing photo albums using multi-output ConvNet”, PeerJ Computer Science 5:e197, 2019',
    },
  },
];
