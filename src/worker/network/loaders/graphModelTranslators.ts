import { FoveaError } from '../../../shared/errors';
import { at } from '../rules/rule';
import { translateActivation } from './graphModelActivations';
import {
  translateArithmetic,
  translateBatchNorm,
  translatePower,
  translateSquaredDifference,
  translateSum,
} from './graphModelArithmetic';
import { moveBatch, translatePack } from './graphModelBatch';
import {
  translateConcat,
  translateExpandDims,
  translatePad,
  translateReshape,
  translateResize,
  translateSlice,
  translateSpace,
  translateSplit,
  translateSqueeze,
  translateStridedSlice,
  translateTranspose,
} from './graphModelForms';
import { translateConvolution, translateDense, translatePool, translateReduction } from './graphModelLayers';
import { attributeOf, type GraphDefNode, inputNames } from './graphModelSchema';
import { noteShape } from './graphModelShapes';
import { refuse, SelectionError, type Translation } from './graphModelTranslation';
import { ownEntry } from './ownEntry';
import { pictureInput } from './pictureInput';

type Translator = (node: GraphDefNode, to: Translation) => string;

const identity: Translator = (node, to) => to.identify(node.name, at(inputNames(node), 0));

/** To another kind of float nothing changes; whole numbers would stop every gradient. */
const cast: Translator = (node, to) => {
  const { type = 'DT_FLOAT' } = attributeOf(node, 'DstT');
  if (!['DT_FLOAT', 'DT_HALF', 'DT_BFLOAT16', 1, 19, 14].includes(type))
    throw refuse(node, `it makes whole numbers (${type})`);
  return identity(node, to);
};

/** TensorFlow operations by name; those on each value by itself are in graphModelActivations. */
const translators: Readonly<Record<string, Translator>> = {
  Identity: identity,
  StopGradient: identity,
  Cast: cast,
  Conv2D: translateConvolution,
  _FusedConv2D: translateConvolution,
  DepthwiseConv2dNative: translateConvolution,
  FusedDepthwiseConv2dNative: translateConvolution,
  MatMul: translateDense,
  _FusedMatMul: translateDense,
  Add: translateArithmetic,
  AddV2: translateArithmetic,
  BiasAdd: translateArithmetic,
  Sub: translateArithmetic,
  Mul: translateArithmetic,
  RealDiv: translateArithmetic,
  Div: translateArithmetic,
  Minimum: translateArithmetic,
  Maximum: translateArithmetic,
  AddN: translateSum,
  Pow: translatePower,
  SquaredDifference: translateSquaredDifference,
  FusedBatchNorm: translateBatchNorm,
  FusedBatchNormV2: translateBatchNorm,
  FusedBatchNormV3: translateBatchNorm,
  MaxPool: translatePool,
  AvgPool: translatePool,
  Mean: translateReduction,
  Sum: translateReduction,
  Max: translateReduction,
  Reshape: translateReshape,
  Squeeze: translateSqueeze,
  ExpandDims: translateExpandDims,
  Transpose: translateTranspose,
  Pack: translatePack,
  Pad: translatePad,
  PadV2: translatePad,
  ConcatV2: translateConcat,
  Split: translateSplit,
  SplitV: translateSplit,
  Slice: translateSlice,
  StridedSlice: translateStridedSlice,
  ResizeBilinear: translateResize,
  ResizeNearestNeighbor: translateResize,
  DepthToSpace: translateSpace,
  SpaceToDepth: translateSpace,
};

/** What chooses, sorts, counts or compares: no small change of the picture changes its result by a little. */
const selecting =
  /^(Arg(Max|Min)|TopK|NonMaxSuppression|Where|Gather|Select|Less|Greater|Equal|NotEqual|Logical|Floor|Round|Sign|Unique|Range)/;

/**
 * Adds a TensorFlow node's counterpart; none for a constant, and none for what is computed of shapes alone.
 * @throws UncoveredError where no rule covers it
 */
export function translateNode(node: GraphDefNode, to: Translation, size: PictureSize = [224, 224]): void {
  const names = inputNames(node);
  if (node.op === 'Const') {
    if (to.constant(node.name) === null)
      throw new FoveaError(`The value of ${node.name} is not among the weights.`, 'Export the model again.');
    return;
  }
  if (node.op === 'NoOp') return;
  if (node.op === 'Placeholder') {
    for (const made of inputNodes(node, size)) to.add(made);
    return;
  }
  if (names.length === 0) throw refuse(node, 'nothing feeds it');
  if (noteShape(node, to) || moveBatch(node, to)) return;
  const translate = ownEntry(translators, node.op);
  const made = translate === undefined ? translateActivation(node, to) : translate(node, to);
  if (made !== null) return;
  if (!selecting.test(node.op)) throw refuse(node, 'no rule covers this operation');
  throw new SelectionError(
    `${node.name} (${node.op}) cannot be shown: it chooses among values, which has no gradient.`,
    'Export the model up to this operation.',
  );
}

type PictureSize = readonly [number, number];

/** @param size for a fully convolutional network, which leaves its size open: where the summary starts from */
function inputNodes(node: GraphDefNode, size: PictureSize) {
  const sizes = (attributeOf(node, 'shape').shape?.dim ?? []).map((dimension) => dimension.size ?? -1);
  const [, height = -1, width = -1, channels = -1] = sizes;
  const own = [height > 0 ? height : size[0], width > 0 ? width : size[1]] as const;
  const nodes = sizes.length === 4 ? pictureInput(node.name, own, channels) : null;
  if (nodes === null) throw refuse(node, `its input is ${sizes.join(' × ')}, no picture, neither in colour nor grey`);
  const wholeNumbers = ['DT_INT32', 'DT_UINT8', 3, 4].includes(attributeOf(node, 'dtype').type ?? '');
  return wholeNumbers ? nodes.map((made) => (made.kind === 'input' ? { ...made, wholeNumbers } : made)) : nodes;
}
