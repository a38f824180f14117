/** The networks that come along, as the page's catalogue describes them, with addresses of the test server. */

import dlibWeights from '@vladmandic/face-api/model/face_recognition_model.bin?url';
import dlibManifest from '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json?url';
import hseWeights from '@vladmandic/human/models/faceres.bin?url';
import hseManifest from '@vladmandic/human/models/faceres.json?url';

const absolute = (url: string) => new URL(url, location.href).href;

export const dlibResnet = {
  id: 'dlib-resnet',
  name: 'dlib ResNet-29',
  source: {
    format: 'face-api',
    architecture: 'recognition',
    manifest: absolute(dlibManifest),
    weights: [absolute(dlibWeights)],
  },
  preprocessing: { order: 'rgb', mean: [122.782, 117.001, 104.298], scale: 1 / 255 },
} as const;

export const hseMobilenet = {
  id: 'hse-mobilenet',
  name: 'HSE-FaceRes MobileNet',
  source: { format: 'graph-model', manifest: absolute(hseManifest), weights: [absolute(hseWeights)] },
  preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
} as const;
