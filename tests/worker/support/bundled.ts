/** The networks that come along, as the page's catalogue describes them, with addresses of the test server. */

import expressionWeights from '@vladmandic/face-api/model/face_expression_model.bin?url';
import expressionManifest from '@vladmandic/face-api/model/face_expression_model-weights_manifest.json?url';
import landmarkWeights from '@vladmandic/face-api/model/face_landmark_68_model.bin?url';
import landmarkManifest from '@vladmandic/face-api/model/face_landmark_68_model-weights_manifest.json?url';
import dlibWeights from '@vladmandic/face-api/model/face_recognition_model.bin?url';
import dlibManifest from '@vladmandic/face-api/model/face_recognition_model-weights_manifest.json?url';
import detectorWeights from '@vladmandic/face-api/model/ssd_mobilenetv1_model.bin?url';
import detectorManifest from '@vladmandic/face-api/model/ssd_mobilenetv1_model-weights_manifest.json?url';
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
  outputs: { embedding: 'fc', classes: [], unknownDistance: 0.057 },
  margin: 0.1,
} as const;

export const hseMobilenet = {
  id: 'hse-mobilenet',
  name: 'HSE-FaceRes MobileNet',
  source: { format: 'graph-model', manifest: absolute(hseManifest), weights: [absolute(hseWeights)] },
  preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
  outputs: {
    embedding: 'global_pooling/Mean',
    classes: [
      {
        id: 'age',
        title: 'Age in years',
        layer: 'age_pred',
        probability: 'softmax',
        labels: Array.from({ length: 100 }, (_, year) => (year === 1 ? '1 year' : `${year} years`)),
      },
      { id: 'gender', title: 'Gender', layer: 'gender_pred', probability: 'sigmoid', labels: ['female', 'male'] },
    ],
    unknownDistance: 0.386,
  },
  margin: 0.25,
} as const;

export const expression = {
  id: 'expression',
  name: 'face-api expressions',
  source: {
    format: 'face-api',
    architecture: 'expression',
    manifest: absolute(expressionManifest),
    weights: [absolute(expressionWeights)],
  },
  preprocessing: dlibResnet.preprocessing,
  outputs: {
    embedding: null,
    classes: [
      {
        id: 'expression',
        title: 'Expression',
        layer: 'fc',
        probability: 'softmax',
        labels: ['neutral', 'happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised'],
      },
    ],
  },
  margin: 0.1,
} as const;

export const faceDetector = {
  id: 'face-detector',
  name: 'SSD MobileNet v1',
  source: {
    format: 'face-api',
    architecture: 'detector',
    manifest: absolute(detectorManifest),
    weights: [absolute(detectorWeights)],
  },
  preprocessing: { order: 'rgb', mean: [127.5, 127.5, 127.5], scale: 1 / 127.5 },
  outputs: { embedding: null, classes: [] },
} as const;

export const faceLandmarks = {
  id: 'face-landmarks',
  name: '68 face landmarks',
  source: {
    format: 'face-api',
    architecture: 'landmarks',
    manifest: absolute(landmarkManifest),
    weights: [absolute(landmarkWeights)],
  },
  preprocessing: dlibResnet.preprocessing,
  outputs: { embedding: null, classes: [] },
} as const;
