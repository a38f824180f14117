/** @typedef {import('../../tests/bench/job').Job} Job */
/** @typedef {import('../../tests/bench/job').BenchOptions} BenchOptions */

/** @param {string} layer @param {number} [size] @returns {Job} */
const vgg16 = (layer, size = 180) => ({ network: 'vgg16', layer, size });
/** @param {string} layer @returns {Job} */
const dlib = (layer) => ({ network: 'dlib-resnet', layer, size: 150 });
/** At its native size: tfjs's graph executor, the reference, accepts no other. @param {string} layer @returns {Job} */
const hse = (layer) => ({ network: 'hse-mobilenet', layer, size: 224 });

const everything = [
  ...['conv1_2', 'conv2_2', 'conv3_3', 'conv4_3', 'conv5_3'].map((layer) => vgg16(layer)),
  ...['conv32_3', 'conv64_3', 'conv128_2'].map(dlib),
  ...['conv_pw_3_relu', 'conv_pw_7_relu', 'conv_pw_13_relu'].map(hse),
];
const aFew = [vgg16('conv3_3'), vgg16('conv4_3'), dlib('conv64_3'), hse('conv_pw_7_relu')];
/** What a software renderer, or plain JavaScript, finishes within minutes. */
const small = [vgg16('conv2_2', 64), dlib('conv32_3'), hse('conv_pw_3_relu')];

/**
 * What to run, one entry a backend.
 * @param {{ quick: boolean, webgl: boolean, cpu: boolean }} options
 * @returns {BenchOptions[]}
 */
export function chooseJobs({ quick, webgl, cpu }) {
  const repetitions = quick ? 1 : 3;
  return [
    { backend: 'wasm', jobs: quick ? aFew : everything, repetitions },
    ...(webgl ? [/** @type {BenchOptions} */ ({ backend: 'webgl', jobs: small, repetitions })] : []),
    ...(cpu ? [/** @type {BenchOptions} */ ({ backend: 'cpu', jobs: small.slice(0, 2), repetitions: 1 })] : []),
  ];
}
