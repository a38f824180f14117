/** Channels of VGG16's convolutions, block by block. */
const blocks = [
  [64, 64],
  [128, 128],
  [256, 256, 256],
  [512, 512, 512],
  [512, 512, 512],
];

/**
 * Multiplications and additions of one ascent step up to `layer` as the definition has it: every convolution forward
 * and its input gradient backward, with all filters (the direct sum; Winograd and narrowing need fewer).
 * @param {string} layer 'conv4_3'
 * @param {number} size side of the input
 */
export function vgg16Operations(layer, size) {
  let side = size;
  let channels = 3;
  let sum = 0;
  for (const [block, widths] of blocks.entries()) {
    for (const [index, width] of widths.entries()) {
      sum += 2 * 2 * 9 * channels * width * side ** 2;
      channels = width;
      if (layer === `conv${block + 1}_${index + 1}`) return sum;
    }
    side = Math.floor(side / 2);
  }
  throw new RangeError(`VGG16 has no layer ${layer}.`);
}
