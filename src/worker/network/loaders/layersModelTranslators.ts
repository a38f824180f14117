import { at } from '../rules/rule';
import { activationLayers } from './layersModelActivations';
import { batchNormalization } from './layersModelBatchNorm';
import type { Translator } from './layersModelContext';
import { convolutionLayers } from './layersModelConvolutions';
import { formLayers } from './layersModelForms';
import { mergeLayers } from './layersModelMerge';
import { normalisingLayers } from './layersModelNormalise';
import { operatorLayer } from './layersModelOperator';

/** The layer does nothing at inference. */
const passThrough: Translator = ({ inputs }) => at(inputs, 0);

/** FixedDropout and StochasticDepth are custom layers of widespread EfficientNet and ConvNeXt models. */
const idle = [
  'Dropout',
  'SpatialDropout2D',
  'AlphaDropout',
  'GaussianDropout',
  'GaussianNoise',
  'ActivityRegularization',
  'FixedDropout',
  'StochasticDepth',
  'Identity',
  'RandomFlip',
  'RandomRotation',
  'RandomTranslation',
  'RandomZoom',
  'RandomContrast',
  'RandomBrightness',
];

/** Code in a file is never run, whatever it computes. */
const lambda: Translator = ({ config }) => {
  throw config.refuse(
    'it holds Python code, which is never run',
    'Convert the model to a TensorFlow.js graph model (tensorflowjs_converter --output_format=tfjs_graph_model): there the code has become operations.',
  );
};

/** Keras layers by class name. */
export const translators: Readonly<Record<string, Translator>> = {
  ...convolutionLayers,
  ...formLayers,
  ...mergeLayers,
  ...activationLayers,
  ...normalisingLayers,
  ...Object.fromEntries(idle.map((name) => [name, passThrough])),
  BatchNormalization: batchNormalization,
  TFOpLambda: operatorLayer,
  Lambda: lambda,
};
