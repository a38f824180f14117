/**
 * @typedef {{ readonly name: string, readonly url: string, readonly md5?: string }} ReleaseFile
 * `md5` as its publisher gives it; absent where none is published.
 * @typedef {{
 *   readonly id: string, readonly name: string, readonly files: readonly ReleaseFile[],
 *   readonly notop: readonly ReleaseFile[],
 *   readonly preprocessing: { readonly order: 'rgb' | 'bgr', readonly mean: readonly number[], readonly scale: number
 *   }, readonly origin: { readonly source: string, readonly licence: string, readonly citation: string },
 * }} Release
 */

const vggface = 'https://github.com/rcmalli/keras-vggface/releases/download/v2.0/';
const applications = 'https://storage.googleapis.com/tensorflow/keras-applications/vgg16/';
const imagenet = 'https://storage.googleapis.com/download.tensorflow.org/data/';

/** @param {string} base @param {string} name @param {string} [md5] @returns {ReleaseFile} */
const at = (base, name, md5) => ({ name, url: base + name, ...(md5 === undefined ? {} : { md5 }) });

/** What the release says of its weights: README.md of rcmalli/keras-vggface. */
const vggfaceLicence =
  'the original models: non-commercial research, Creative Commons Attribution; the conversion’s code: MIT';

/** @param {string} citation */
const vggfaceOrigin = (citation) => ({
  source: 'github.com/rcmalli/keras-vggface, release v2.0 (converted from the Visual Geometry Group’s models)',
  licence: vggfaceLicence,
  citation,
});

const parkhi = 'O. M. Parkhi, A. Vedaldi, A. Zisserman, “Deep Face Recognition”, BMVC 2015';
const cao = 'Q. Cao et al., “VGGFace2: A dataset for recognising faces across pose and age”, FG 2018';

/** Of the first and the second version of VGGFace: `preprocess_input` in keras_vggface/utils.py of the same release. */
const faces1 = /** @type {const} */ ({ order: 'bgr', mean: [93.594, 104.7624, 129.1863], scale: 1 });
const faces2 = /** @type {const} */ ({ order: 'bgr', mean: [91.4953, 103.8827, 131.0912], scale: 1 });

/** @param {'resnet50' | 'senet50'} kind @param {string} title @returns {Release} */
const vggface2 = (kind, title) => ({
  id: `vggface-${kind}`,
  name: title,
  files: [at(vggface, `rcmalli_vggface_tf_${kind}.h5`), at(vggface, 'rcmalli_vggface_labels_v2.npy')],
  notop: [at(vggface, `rcmalli_vggface_tf_notop_${kind}.h5`)],
  preprocessing: faces2,
  origin: vggfaceOrigin(cao),
});

/**
 * The networks that the command knows. MD5 sums are those in Keras’s own source (keras/src/applications/vgg16.py and
 * imagenet_utils.py); the VGGFace release publishes none.
 * @type {readonly Release[]}
 */
export const releases = [
  {
    id: 'vggface-vgg16',
    name: 'VGG16 of VGGFace',
    files: [at(vggface, 'rcmalli_vggface_tf_vgg16.h5'), at(vggface, 'rcmalli_vggface_labels_v1.npy')],
    notop: [at(vggface, 'rcmalli_vggface_tf_notop_vgg16.h5')],
    preprocessing: faces1,
    origin: vggfaceOrigin(parkhi),
  },
  vggface2('resnet50', 'ResNet-50 of VGGFace2'),
  vggface2('senet50', 'SENet-50 of VGGFace2'),
  {
    id: 'imagenet-vgg16',
    name: 'VGG16 of ImageNet',
    files: [
      at(applications, 'vgg16_weights_tf_dim_ordering_tf_kernels.h5', '64373286793e3c8b2b4e3219cbf3544b'),
      at(imagenet, 'imagenet_class_index.json', 'c2c37ea517e94d9795004a39431a14cb'),
    ],
    notop: [at(applications, 'vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5', '6d6bbae143d832006294945121d1f1fc')],
    preprocessing: { order: 'bgr', mean: [103.939, 116.779, 123.68], scale: 1 },
    origin: {
      source: 'Keras Applications, storage.googleapis.com/tensorflow/keras-applications',
      licence: 'weights: Creative Commons Attribution 4.0 (Visual Geometry Group); Keras: Apache-2.0',
      citation:
        'K. Simonyan, A. Zisserman, “Very Deep Convolutional Networks for Large-Scale Image Recognition”, ICLR 2015',
    },
  },
];
