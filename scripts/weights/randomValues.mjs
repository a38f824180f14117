/**
 * Values as an untrained network has them, from a seed: He-uniform kernels, biases near 0, batch norms near 1.
 * @param {string} weight its name: kernel, bias, gamma, …
 * @param {readonly number[]} shape
 * @param {number} seed
 * @returns {Float32Array<ArrayBuffer>}
 */
export function randomValues(weight, shape, seed) {
  const values = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  const inputs = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  const isKernel = weight.endsWith('kernel');
  const spread = isKernel ? Math.sqrt(6 / inputs) : 0.1;
  const centre = weight === 'gamma' || weight === 'moving_variance' ? 1 : 0;
  // Xorshift (Marsaglia, 2003): 145 million values take about a second.
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x6d2b79f5 || 1;
  for (let i = 0; i < values.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    values[i] = centre + spread * (state / 2 ** 31);
  }
  return values;
}
