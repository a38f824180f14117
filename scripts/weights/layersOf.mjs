/**
 * The layers of well-known networks with their weights' shapes, in the order in which Keras saves them: facts of
 * keras-vggface's models.py and of Keras Applications' vgg16.py, written down apart from what reads such files.
 *
 * @typedef {{ readonly name: string, readonly weights: readonly (readonly [string, readonly number[]])[] }} Layer
 * @typedef {{ readonly top: boolean, readonly classes?: number, readonly divide?: number, readonly size?: number }}
 *   Choice `divide` makes every width that many times smaller, for tests; `size` is the input's, for the first dense
 *   layer
 */

/**
 * @param {string} name
 * @param {number} side
 * @param {number} inputs
 * @param {number} filters
 * @param {boolean} [bias]
 * @returns {Layer}
 */
const conv = (name, side, inputs, filters, bias = true) => ({
  name,
  weights: [['kernel', [side, side, inputs, filters]], ...(bias ? [/** @type {const} */ (['bias', [filters]])] : [])],
});
/** @param {string} name @param {number} inputs @param {number} units @returns {Layer} */
const dense = (name, inputs, units) => ({
  name,
  weights: [
    ['kernel', [inputs, units]],
    ['bias', [units]],
  ],
});
/** @param {string} name @returns {Layer} */
const plain = (name) => ({ name, weights: [] });
/** @param {string} name @param {number} channels @returns {Layer} */
const norm = (name, channels) => ({
  name,
  weights: ['gamma', 'beta', 'moving_mean', 'moving_variance'].map((weight) => [weight, [channels]]),
});

/**
 * @param {(block: number, i: number) => string} convName
 * @param {(block: number) => string} poolName
 * @param {number} divide
 */
function vggBody(convName, poolName, divide) {
  const layers = [plain('input_1')];
  let inputs = 3;
  for (const [b, count] of [2, 2, 3, 3, 3].entries()) {
    const filters = Math.min(512, 64 * 2 ** b) / divide;
    for (let i = 1; i <= count; i++) {
      layers.push(conv(convName(b + 1, i), 3, inputs, filters));
      inputs = filters;
    }
    layers.push(plain(poolName(b + 1)));
  }
  return { layers, outputs: inputs };
}

/** VGG16 of keras-vggface. @param {Choice} choice @returns {Layer[]} */
function vggfaceVgg16({ top, classes = 2622, divide = 1, size = 224 }) {
  const { layers, outputs } = vggBody(
    (b, i) => `conv${b}_${i}`,
    (b) => `pool${b}`,
    divide,
  );
  if (!top) return layers;
  const units = 4096 / divide;
  layers.push(plain('flatten'), dense('fc6', (size / 32) ** 2 * outputs, units), plain('fc6/relu'));
  layers.push(dense('fc7', units, units), plain('fc7/relu'), dense('fc8', units, classes), plain('fc8/softmax'));
  return layers;
}

/** VGG16 of Keras Applications. @param {Choice} choice @returns {Layer[]} */
function imagenetVgg16({ top, classes = 1000, divide = 1, size = 224 }) {
  const { layers, outputs } = vggBody(
    (b, i) => `block${b}_conv${i}`,
    (b) => `block${b}_pool`,
    divide,
  );
  if (!top) return layers;
  const units = 4096 / divide;
  layers.push(plain('flatten'), dense('fc1', (size / 32) ** 2 * outputs, units), dense('fc2', units, units));
  layers.push(dense('predictions', units, classes));
  return layers;
}

/** ResNet-50 and SENet-50 of keras-vggface. @param {boolean} excited @returns {(choice: Choice) => Layer[]} */
const vggfaceResnet =
  (excited) =>
  ({ top, classes = 8631, divide = 1 }) => {
    const layers = [plain('input_1')];
    /** @param {string} name @param {number} side @param {number} inputs @param {number} filters */
    const add = (name, side, inputs, filters) =>
      layers.push(conv(name, side, inputs, filters, false), norm(`${name}/bn`, filters));
    let inputs = 64 / divide;
    add('conv1/7x7_s2', 7, 3, inputs);
    for (const [s, blocks] of [3, 4, 6, 3].entries()) {
      const inner = (64 * 2 ** s) / divide;
      const outer = 4 * inner;
      for (let block = 1; block <= blocks; block++) {
        const name = `conv${s + 2}_${block}`;
        add(`${name}_1x1_reduce`, 1, inputs, inner);
        add(`${name}_3x3`, 3, inner, inner);
        add(`${name}_1x1_increase`, 1, inner, outer);
        if (excited) {
          layers.push(conv(`${name}_1x1_down`, 1, outer, Math.floor(outer / 16)));
          layers.push(conv(`${name}_1x1_up`, 1, Math.floor(outer / 16), outer));
        }
        if (block === 1) add(`${name}_1x1_proj`, 1, inputs, outer);
        inputs = outer;
      }
    }
    layers.push(plain('avg_pool'));
    if (top) layers.push(dense('classifier', inputs, classes));
    return layers;
  };

/** @type {Readonly<Record<string, (choice: Choice) => Layer[]>>} */
export const layersOf = {
  'vggface-vgg16': vggfaceVgg16,
  'vggface-resnet50': vggfaceResnet(false),
  'vggface-senet50': vggfaceResnet(true),
  'imagenet-vgg16': imagenetVgg16,
};
