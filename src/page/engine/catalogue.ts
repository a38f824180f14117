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
import type { NetworkSpec } from '../../shared/network';

/** An address of the build, made absolute: a worker has another base than the page. */
const absolute = (url: string) => new URL(url, document.baseURI).href;

/** The mean colour that dlib takes off by default, and face-api with it. */
const meanFace = { order: 'rgb', mean: [122.782, 117.001, 104.298], scale: 1 / 255 } as const;

/** Classes of an age: 0 to 99 years. */
const years = Array.from({ length: 100 }, (_, year) => (year === 1 ? '1 year' : `${year} years`));

/**
 * The networks that come along, in the order in which they are offered; the first is shown at the start.
 *
 * Margins of dlib-resnet and hse-mobilenet: of 0, 0.1, 0.15, 0.25 and 0.4 those at which shifted, brighter, darker and
 * mirrored crops of the 22 sample faces lie farthest from other faces, against the spread of both distances (d′ 5.5 and
 * 9.4). That of expression: the share that face-api adds to the box around the landmarks.
 *
 * Unknown distances: `npm run bench -- --recognition`, by the rule of docs/faces.md.
 */
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
    preprocessing: meanFace,
    outputs: { embedding: 'fc', classes: [], unknownDistance: 0.057 },
    margin: 0.1,
    stated: { input: [150, 150, 3], parameters: 5_614_592 },
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
    outputs: {
      embedding: 'global_pooling/Mean',
      classes: [
        { id: 'age', title: 'Age in years', layer: 'age_pred', probability: 'softmax', labels: years },
        { id: 'gender', title: 'Gender', layer: 'gender_pred', probability: 'sigmoid', labels: ['female', 'male'] },
      ],
      unknownDistance: 0.386,
    },
    margin: 0.25,
    stated: { input: [224, 224, 3], parameters: 3_489_349 },
    origin: {
      source: '@vladmandic/human, models/faceres (HSE-FaceRes, trained on VGGFace2)',
      licence: 'package: MIT; weights: Apache-2.0',
      citation:
        'A. V. Savchenko, “Efficient facial representations for age, gender and identity recognition in organizing photo albums using multi-output ConvNet”, PeerJ Computer Science 5:e197, 2019',
    },
  },
  {
    id: 'expression',
    name: 'face-api expressions',
    source: {
      format: 'face-api',
      architecture: 'expression',
      manifest: absolute(expressionManifest),
      weights: [absolute(expressionWeights)],
    },
    preprocessing: meanFace,
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
    stated: { input: [112, 112, 3], parameters: 323_687 },
    origin: {
      source: '@vladmandic/face-api, model/face_expression_model (by Vincent Mühler, face-api.js)',
      licence: 'weights and package: MIT',
      citation: 'V. Mühler, face-api.js, 2018, github.com/justadudewhohacks/face-api.js',
    },
  },
];

/** The networks that find faces and their landmarks; they are tools here, not offered to be explained. */
export const faceNetworks = {
  detector: {
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
    origin: {
      source: '@vladmandic/face-api, model/ssd_mobilenetv1_model (trained on WIDER FACE)',
      licence: 'weights and package: MIT',
      citation:
        'W. Liu et al., “SSD: Single Shot MultiBox Detector”, ECCV 2016; S. Yang et al., “WIDER FACE”, CVPR 2016',
    },
  },
  landmarks: {
    id: 'face-landmarks',
    name: '68 face landmarks',
    source: {
      format: 'face-api',
      architecture: 'landmarks',
      manifest: absolute(landmarkManifest),
      weights: [absolute(landmarkWeights)],
    },
    preprocessing: meanFace,
    outputs: { embedding: null, classes: [] },
    origin: {
      source: '@vladmandic/face-api, model/face_landmark_68_model (by Vincent Mühler, face-api.js)',
      licence: 'weights and package: MIT',
      citation: 'V. Mühler, face-api.js, 2018, github.com/justadudewhohacks/face-api.js',
    },
  },
} as const satisfies Record<string, NetworkSpec>;
