import {
  depthToSpace,
  pad,
  reshape as reshapeTensor,
  slice,
  type Tensor,
  transpose as transposeTensor,
} from '../../kernels/tensor';
import type { CropNode, FlattenNode, ReshapeNode, SpaceNode, TransposeNode } from '../graph';
import { at, type Rule } from './rule';

/** [batch, …] → [batch, units], row-major. */
export const flatten: Rule<FlattenNode> = {
  shape: (_, inputs) => [at(inputs, 0).reduce((product, size) => product * size, 1)],
  forward: (_, inputs) => reshapeTensor(at(inputs, 0), [at(inputs, 0).shape[0] ?? 1, -1]),
  backward: (_, { inputs, gradient }) => [reshapeTensor(gradient, at(inputs, 0).shape)],
};

/** The same values in another shape. */
export const reshape: Rule<ReshapeNode> = {
  shape: (node) => node.shape,
  forward: (node, inputs) => reshapeTensor(at(inputs, 0), [at(inputs, 0).shape[0] ?? 1, ...node.shape]),
  backward: (_, { inputs, gradient }) => [reshapeTensor(gradient, at(inputs, 0).shape)],
};

/** Axes in another order. */
export const transpose: Rule<TransposeNode> = {
  shape: (node, inputs) => node.order.map((axis) => at(inputs, 0)[axis] ?? 0),
  forward: (node, inputs) => transposeTensor(at(inputs, 0), [0, ...node.order.map((axis) => axis + 1)]),
  backward: (node, { gradient }) => [
    transposeTensor(gradient, [0, ...node.order.map((_, axis) => node.order.indexOf(axis) + 1)]),
  ],
};

/** What is left between the cells that are cut off. */
export const crop: Rule<CropNode> = {
  shape: (node, inputs) =>
    at(inputs, 0).map(
      (extent, axis) =>
        extent -
        node.cut
          .slice(axis, axis + 1)
          .flat()
          .reduce((a, b) => a + b, 0),
    ),
  forward: (node, inputs) => {
    const { shape } = at(inputs, 0);
    const size = shape.map((extent, axis) =>
      axis === 0 ? extent : extent - at(at(node.cut, axis - 1), 0) - at(at(node.cut, axis - 1), 1),
    );
    return slice(at(inputs, 0), [0, ...node.cut.map(([before]) => before)], size);
  },
  backward: (node, { gradient }) => [
    pad(gradient, [[0, 0], ...node.cut.map(([before, after]): [number, number] => [before, after])]),
  ],
};

/** [batch, height, width, block² · channels] → [batch, height · block, width · block, channels]. */
const spread = (x: Tensor, block: number): Tensor => depthToSpace(x as never, block, 'NHWC');

/** The way back: the cells of each block side by side in the channels. */
function gather(x: Tensor, block: number): Tensor {
  const [batch = 1, height = 1, width = 1, channels = 1] = x.shape;
  const [rows, columns] = [height / block, width / block];
  const cells = reshapeTensor(x, [batch * rows, block, columns, block * channels]);
  return reshapeTensor(transposeTensor(cells, [0, 2, 1, 3]), [batch, rows, columns, block * block * channels]);
}

/** TensorFlow's DepthToSpace and SpaceToDepth: each is the other's gradient. */
export const space: Rule<SpaceNode> = {
  shape: ({ kind, block }, inputs) => {
    const [height = 0, width = 0, channels = 0] = at(inputs, 0);
    return kind === 'depthToSpace'
      ? [height * block, width * block, channels / (block * block)]
      : [height / block, width / block, channels * block * block];
  },
  forward: ({ kind, block }, inputs) => (kind === 'depthToSpace' ? spread : gather)(at(inputs, 0), block),
  backward: ({ kind, block }, { gradient }) => [(kind === 'depthToSpace' ? gather : spread)(gradient, block)],
};
