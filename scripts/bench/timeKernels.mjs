import { withPage } from './withPage.mjs';

/** @typedef {import('../../tests/bench/kernelRow').KernelReport} KernelReport */
/** @typedef {import('../../tests/bench/kernelRow').KernelShape} KernelShape */

/**
 * @param {number} size @param {number} channels @param {number} filters @param {number} taps @param {number} stride
 * @returns {KernelShape}
 */
const shape = (size, channels, filters, taps = 3, stride = 1, pad = Math.floor(taps / 2)) => ({
  kind: 'convolution',
  pass: 'forward',
  size,
  channels,
  filters,
  taps,
  stride,
  pad,
});

/** @param {KernelShape} forward @returns {KernelShape} */
const gradientOf = (forward) => ({ ...forward, pass: 'gradient' });

/** @param {number} size @param {number} channels @param {number} stride @returns {KernelShape} */
const depthwise = (size, channels, stride) => ({ ...shape(size, channels, channels, 3, stride), kind: 'depthwise' });

/** VGG16 at 180×180, with the first layer's gradient. */
const vgg16 = [
  shape(180, 3, 64),
  shape(180, 64, 64),
  shape(90, 64, 128),
  shape(90, 128, 128),
  shape(45, 128, 256),
  shape(45, 256, 256),
  shape(22, 256, 512),
  shape(22, 512, 512),
  shape(11, 512, 512),
  shape(180, 64, 3),
];
/** dlib's ResNet at 150×150, with the gradients of its strided layers. */
const dlibResnet = [
  shape(150, 3, 32, 7, 2, 0),
  shape(35, 32, 32),
  shape(17, 64, 64),
  shape(8, 128, 128),
  shape(35, 32, 64, 3, 2, 0),
  shape(17, 64, 128, 3, 2, 0),
  gradientOf(shape(150, 3, 32, 7, 2, 0)),
  gradientOf(shape(35, 32, 64, 3, 2, 0)),
  gradientOf(shape(17, 64, 128, 3, 2, 0)),
];
/** MobileNet's first and pointwise layers at 224×224, then its depthwise ones. */
const mobilenet = [
  shape(224, 3, 32, 3, 2),
  shape(112, 32, 64, 1),
  shape(56, 128, 128, 1),
  shape(28, 256, 256, 1),
  shape(14, 512, 512, 1),
  shape(7, 1024, 1024, 1),
  ...[
    depthwise(112, 32, 1),
    depthwise(112, 64, 2),
    depthwise(56, 128, 1),
    depthwise(56, 128, 2),
    depthwise(28, 256, 2),
    depthwise(14, 512, 2),
  ].flatMap((forward) => [forward, gradientOf(forward)]),
];

/**
 * Effective GFLOP/s (operations of the convolution by its definition) of each kernel on one thread, with ours and with
 * TensorFlow.js's in turn, beside the peak of the multiply-add kernel.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<KernelReport>}
 */
export function timeKernels(browser) {
  return withPage(browser, 'tests/bench/vite.config.ts', async (page, url) => {
    await page.goto(url);
    const report = await page.evaluate((shapes) => window.timeKernels(shapes), [...vgg16, ...dlibResnet, ...mobilenet]);
    print(report);
    return report;
  });
}

/** @param {KernelReport} report */
function print({ kernels, rows, peak }) {
  console.log(`\nConvolutions on one thread, effective GFLOP/s, the best of 8 turns (${kernels.join(', ')})`);
  console.log('TensorFlow.js’s gradients: its convolution of the phases, interleaved by our JavaScript.');
  console.log(`Peak of the multiply-add kernel: ${peak.toFixed(1)} GFLOP/s\n`);
  console.log('picture  channels → filters  window  stride  pass         ours  of peak     tfjs   faster');
  for (const { shape: s, milliseconds, operations } of rows) {
    const [ours, theirs] = milliseconds.map((time) => operations / time / 1e6);
    console.log(
      [
        `${s.size}×${s.size}`.padEnd(9),
        (s.kind === 'depthwise' ? `${s.channels} depthwise` : `${s.channels} → ${s.filters}`).padEnd(19),
        `${s.taps}×${s.taps}`.padEnd(7),
        String(s.stride).padEnd(6),
        s.pass.padEnd(8),
        Number(ours).toFixed(1).padStart(8),
        `${Math.round((100 * Number(ours)) / peak)} %`.padStart(8),
        Number(theirs).toFixed(1).padStart(8),
        `${(milliseconds[1] / milliseconds[0]).toFixed(1)}×`.padStart(8),
      ].join(' '),
    );
  }
}
