/** The architectures of Keras Applications and of the VGGFace release, built small with TensorFlow.js's layers. */
import * as tf from '@tensorflow/tfjs';

type Value = tf.SymbolicTensor;
const L = tf.layers;

const apply = (layer: tf.layers.Layer, ...inputs: Value[]): Value =>
  layer.apply(inputs.length === 1 ? (inputs[0] as Value) : inputs) as Value;

let unscaled = 0;

interface Window {
  readonly kernel?: number | [number, number];
  readonly strides?: number;
  readonly padding?: 'same' | 'valid';
  readonly bias?: boolean;
}

const conv = (x: Value, filters: number, { kernel = 3, strides = 1, padding = 'same', bias = true }: Window = {}) =>
  apply(L.conv2d({ filters, kernelSize: kernel, strides, padding, useBias: bias }), x);
const depthwise = (x: Value, strides = 1, padding: 'same' | 'valid' = 'same', kernel = 3) =>
  apply(L.depthwiseConv2d({ kernelSize: kernel, strides, padding, useBias: false }), x);
const separable = (x: Value, filters: number) =>
  apply(L.separableConv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }), x);
/** Without scale by name alone: TensorFlow.js's tape fails on the real thing. See `savedFiles`, which makes it real. */
const norm = (x: Value, scale = true) =>
  apply(L.batchNormalization({ epsilon: 1.001e-5, ...(scale ? {} : { name: `unscaled${++unscaled}` }) }), x);
const relu = (x: Value) => apply(L.activation({ activation: 'relu' }), x);
const relu6 = (x: Value) => apply(L.reLU({ maxValue: 6 }), x);
const swish = (x: Value) => apply(L.activation({ activation: 'swish' }), x);
const add = (...xs: Value[]) => apply(L.add(), ...xs);
const multiply = (...xs: Value[]) => apply(L.multiply(), ...xs);
const concat = (...xs: Value[]) => apply(L.concatenate(), ...xs);
const pool = (x: Value, size = 2, strides = 2, padding: 'same' | 'valid' = 'valid') =>
  apply(L.maxPooling2d({ poolSize: size, strides, padding }), x);
const averagePool = (x: Value, size: number, strides: number) =>
  apply(L.averagePooling2d({ poolSize: size, strides, padding: 'same' }), x);
const pad = (x: Value, cells: [[number, number], [number, number]]) => apply(L.zeroPadding2d({ padding: cells }), x);
const average = (x: Value) => apply(L.globalAveragePooling2d({}), x);
const cells = (x: Value, channels: number) => apply(L.reshape({ targetShape: [1, 1, channels] }), x);
const classes = (x: Value) => apply(L.dense({ units: 5, activation: 'softmax' }), x);
const convNormRelu = (x: Value, filters: number, window: Window = {}) =>
  relu(norm(conv(x, filters, { bias: false, ...window }), false));

const model =
  (build: (x: Value) => Value, size = 32) =>
  (): tf.LayersModel => {
    const input = tf.input({ shape: [size, size, 3] });
    return tf.model({ inputs: input, outputs: build(input) });
  };

const vgg = (blocks: readonly number[]) => (x: Value) => {
  const last = blocks.reduce((value, count, block) => {
    let y = value;
    for (let i = 0; i < count; i++)
      y = apply(L.conv2d({ filters: 4 + 2 * block, kernelSize: 3, padding: 'same', activation: 'relu' }), y);
    return pool(y);
  }, x);
  const units = apply(L.dense({ units: 6, activation: 'relu' }), apply(L.flatten(), last));
  return classes(apply(L.dropout({ rate: 0.5 }), units));
};

/** The stem that Keras's residual networks share: explicit padding, 7 × 7, 3 × 3 pooling. */
const stem = (x: Value, filters: number) => {
  const wide: [[number, number], [number, number]] = [
    [3, 3],
    [3, 3],
  ];
  return conv(pad(x, wide), filters, { kernel: 7, strides: 2, padding: 'valid' });
};
const narrow: [[number, number], [number, number]] = [
  [1, 1],
  [1, 1],
];

const bottleneck = (x: Value, filters: number, strides: number, project: boolean) => {
  const shortcut = project ? norm(conv(x, 4 * filters, { kernel: 1, strides, padding: 'valid' })) : x;
  const inner = relu(norm(conv(x, filters, { kernel: 1, strides, padding: 'valid' })));
  const wide = relu(norm(conv(inner, filters)));
  return relu(add(shortcut, norm(conv(wide, 4 * filters, { kernel: 1 }))));
};

const resnet50 = (x: Value) => {
  const first = pool(pad(relu(norm(stem(x, 4))), narrow), 3);
  const second = bottleneck(bottleneck(first, 2, 1, true), 2, 1, false);
  return classes(average(bottleneck(bottleneck(second, 3, 2, true), 3, 1, false)));
};

const preactivated = (x: Value, filters: number, strides: number, project: boolean) => {
  const open = relu(norm(x));
  const plain = strides > 1 ? pool(x, 1, strides) : x;
  const shortcut = project ? conv(open, 4 * filters, { kernel: 1, strides }) : plain;
  const inner = relu(norm(conv(open, filters, { kernel: 1, bias: false })));
  const wide = conv(pad(inner, narrow), filters, { strides, padding: 'valid', bias: false });
  return add(shortcut, conv(relu(norm(wide)), 4 * filters, { kernel: 1 }));
};

const resnet50v2 = (x: Value) => {
  const first = pool(pad(stem(x, 4), narrow), 3);
  const second = preactivated(preactivated(first, 2, 1, true), 2, 2, false);
  return classes(average(relu(norm(preactivated(second, 3, 1, true)))));
};

const mobilenet = (x: Value) => {
  const corner: [[number, number], [number, number]] = [
    [0, 1],
    [0, 1],
  ];
  const block = (y: Value, filters: number, strides: number) => {
    const spread = strides === 1 ? depthwise(y) : depthwise(pad(y, corner), strides, 'valid');
    return relu6(norm(conv(relu6(norm(spread)), filters, { kernel: 1, bias: false })));
  };
  const first = relu6(norm(conv(pad(x, corner), 4, { strides: 2, padding: 'valid', bias: false })));
  const last = block(block(block(first, 6, 1), 8, 2), 8, 1);
  // As Keras has it: the classes are a convolution over one cell.
  const logits = conv(apply(L.dropout({ rate: 0.001 }), cells(average(last), 8)), 5, { kernel: 1 });
  return apply(L.activation({ activation: 'softmax' }), apply(L.reshape({ targetShape: [5] }), logits));
};

const mobilenetv2 = (x: Value) => {
  const block = (y: Value, expansion: number, filters: number, strides: number) => {
    const channels = y.shape.at(-1) as number;
    const wide = relu6(norm(conv(y, channels * expansion, { kernel: 1, bias: false })));
    const narrowed = norm(conv(relu6(norm(depthwise(wide, strides))), filters, { kernel: 1, bias: false }));
    return strides === 1 && channels === filters ? add(y, narrowed) : narrowed;
  };
  const first = relu6(norm(conv(x, 4, { strides: 2, bias: false })));
  const last = block(block(block(first, 2, 4, 1), 3, 6, 2), 3, 6, 1);
  return classes(average(relu6(norm(conv(last, 10, { kernel: 1, bias: false })))));
};

/** relu6(x + 3) / 6, of the operations that Keras 2 spells it with. */
const hardSigmoid = (x: Value) => {
  const raised = apply(rescaling(1, 3), x);
  return apply(rescaling(1 / 6, 0), relu6(raised));
};
const hardSwish = (x: Value) => multiply(x, hardSigmoid(x));

function rescaling(scale: number, offset: number): tf.layers.Layer {
  return L.rescaling({ scale, offset });
}

const mobilenetv3 = (x: Value) => {
  const excite = (y: Value) => {
    const channels = y.shape.at(-1) as number;
    const squeezed = relu(conv(cells(average(y), channels), 2, { kernel: 1 }));
    return multiply(y, hardSigmoid(conv(squeezed, channels, { kernel: 1 })));
  };
  const block = (y: Value, filters: number, strides: number, kernel: number) => {
    const channels = y.shape.at(-1) as number;
    const wide = hardSwish(norm(conv(y, 3 * channels, { kernel: 1, bias: false })));
    const spread = excite(hardSwish(norm(depthwise(wide, strides, 'same', kernel))));
    const narrowed = norm(conv(spread, filters, { kernel: 1, bias: false }));
    return strides === 1 && channels === filters ? add(y, narrowed) : narrowed;
  };
  const first = hardSwish(norm(conv(apply(rescaling(1 / 127.5, -1), x), 4, { strides: 2, bias: false })));
  const last = block(block(first, 6, 2, 5), 6, 1, 3);
  const wide = hardSwish(conv(cells(average(last), 6), 8, { kernel: 1 }));
  const logits = conv(wide, 5, { kernel: 1 });
  return apply(L.activation({ activation: 'softmax' }), apply(L.flatten(), logits));
};

const inceptionv3 = (x: Value) => {
  const valid = { padding: 'valid' } as const;
  const first = convNormRelu(convNormRelu(x, 4, { strides: 2, ...valid }), 4, valid);
  const stemmed = pool(convNormRelu(first, 6), 3, 2);
  const mixed = (y: Value) => {
    const five = convNormRelu(convNormRelu(y, 3, { kernel: 1 }), 4, { kernel: 5 });
    const three = convNormRelu(convNormRelu(convNormRelu(y, 3, { kernel: 1 }), 4), 4);
    const pooled = convNormRelu(averagePool(y, 3, 1), 2, { kernel: 1 });
    return concat(convNormRelu(y, 4, { kernel: 1 }), five, three, pooled);
  };
  const factorised = (y: Value) => {
    const seven = convNormRelu(convNormRelu(y, 3, { kernel: 1 }), 4, { kernel: [1, 7] });
    return concat(convNormRelu(y, 4, { kernel: 1 }), convNormRelu(seven, 4, { kernel: [7, 1] }));
  };
  const reduced = mixed(stemmed);
  const smaller = concat(convNormRelu(reduced, 4, { strides: 2, ...valid }), pool(reduced, 3, 2));
  return classes(average(factorised(smaller)));
};

const xception = (x: Value) => {
  const first = convNormRelu(convNormRelu(x, 4, { strides: 2, padding: 'valid' }), 6, { padding: 'valid' });
  const block = (y: Value, filters: number) => {
    const shortcut = norm(conv(y, filters, { kernel: 1, strides: 2, bias: false }));
    const inner = norm(separable(relu(norm(separable(y, filters))), filters));
    return add(pool(inner, 3, 2, 'same'), shortcut);
  };
  const middle = (y: Value) => add(norm(separable(relu(y), 8)), y);
  return classes(average(relu(norm(separable(middle(block(first, 8)), 10)))));
};

const densenet = (x: Value) => {
  const grow = (y: Value) => {
    const narrowed = relu(norm(conv(relu(norm(y)), 6, { kernel: 1, bias: false })));
    return concat(y, conv(narrowed, 3, { bias: false }));
  };
  const transition = (y: Value) => {
    const half = conv(relu(norm(y)), 5, { kernel: 1, bias: false });
    return apply(L.averagePooling2d({ poolSize: 2, strides: 2 }), half);
  };
  const first = pool(pad(relu(norm(stem(x, 4))), narrow), 3);
  return classes(average(relu(norm(grow(transition(grow(grow(first))))))));
};

const efficientnet = (x: Value) => {
  const corner: [[number, number], [number, number]] = [
    [0, 1],
    [0, 1],
  ];
  const block = (y: Value, filters: number, strides: number, kernel: number) => {
    const channels = y.shape.at(-1) as number;
    const wide = swish(norm(conv(y, 2 * channels, { kernel: 1, bias: false })));
    const edge = Math.floor(kernel / 2);
    const padded = pad(wide, [
      [edge - 1, edge],
      [edge - 1, edge],
    ]);
    const spread = swish(
      norm(strides === 1 ? depthwise(wide, 1, 'same', kernel) : depthwise(padded, 2, 'valid', kernel)),
    );
    const squeezed = swish(conv(cells(average(spread), 2 * channels), 2, { kernel: 1 }));
    const gate = apply(L.conv2d({ filters: 2 * channels, kernelSize: 1, activation: 'sigmoid' }), squeezed);
    const narrowed = norm(conv(multiply(spread, gate), filters, { kernel: 1, bias: false }));
    if (strides > 1 || channels !== filters) return narrowed;
    return add(apply(L.dropout({ rate: 0.2 }), narrowed), y);
  };
  const scaled = apply(rescaling(1 / 255, 0), x);
  const first = swish(norm(conv(pad(scaled, corner), 4, { strides: 2, padding: 'valid', bias: false })));
  const last = block(block(block(first, 4, 1, 3), 6, 2, 5), 6, 1, 3);
  return classes(average(swish(norm(conv(last, 10, { kernel: 1, bias: false })))));
};

/** The face network of FaceNet: residuals of inception branches, scaled; a bottleneck of units at the end. */
const inceptionResnet = (x: Value) => {
  const first = convNormRelu(convNormRelu(x, 4, { strides: 2, padding: 'valid' }), 6);
  const stemmed = convNormRelu(pool(first, 3, 2), 8, { kernel: 1 });
  const block = (y: Value, scale: number, last: boolean) => {
    const long = convNormRelu(convNormRelu(convNormRelu(y, 3, { kernel: 1 }), 3, { kernel: [1, 3] }), 3, {
      kernel: [3, 1],
    });
    const mixed = concat(convNormRelu(y, 3, { kernel: 1 }), long);
    const sum = add(y, apply(rescaling(scale, 0), conv(mixed, 8, { kernel: 1 })));
    return last ? sum : relu(sum);
  };
  const pooled = average(block(block(stemmed, 0.17, false), 1, true));
  const units = apply(L.dense({ units: 6, useBias: false }), apply(L.dropout({ rate: 0.2 }), pooled));
  return norm(units, false);
};

/**
 * SENet-50 as the VGGFace2 release has it: squeeze and excitation inside each bottleneck, by convolutions over one
 * cell.
 */
const senet50 = (x: Value) => {
  const block = (y: Value, filters: number, strides: number, project: boolean) => {
    const inner = relu(norm(conv(y, filters, { kernel: 1, strides, bias: false })));
    const wide = relu(norm(conv(inner, filters, { bias: false })));
    const out = norm(conv(wide, 4 * filters, { kernel: 1, bias: false }));
    const squeezed = relu(conv(cells(average(out), 4 * filters), 2, { kernel: 1 }));
    const gate = apply(L.activation({ activation: 'sigmoid' }), conv(squeezed, 4 * filters, { kernel: 1 }));
    const shortcut = project ? norm(conv(y, 4 * filters, { kernel: 1, strides, bias: false })) : y;
    return relu(add(multiply(out, gate), shortcut));
  };
  const first = pool(relu(norm(conv(x, 4, { kernel: 7, strides: 2, bias: false }))), 3);
  const last = block(block(block(first, 2, 1, true), 2, 1, false), 3, 2, true);
  const pooled = apply(L.averagePooling2d({ poolSize: 3 }), last);
  return classes(apply(L.flatten(), pooled));
};

/** Every architecture that the app promises to load, by its name. */
export const architectures: Readonly<Record<string, () => tf.LayersModel>> = {
  VGG16: model(vgg([2, 2, 3])),
  VGG19: model(vgg([2, 2, 4])),
  ResNet50: model(resnet50),
  ResNet50V2: model(resnet50v2),
  MobileNet: model(mobilenet),
  MobileNetV2: model(mobilenetv2),
  MobileNetV3: model(mobilenetv3),
  InceptionV3: model(inceptionv3, 35),
  Xception: model(xception, 33),
  DenseNet121: model(densenet),
  EfficientNetB0: model(efficientnet),
  'Inception-ResNet': model(inceptionResnet, 33),
  'SENet-50': model(senet50),
};
