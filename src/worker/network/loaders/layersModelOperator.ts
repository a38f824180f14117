/**
 * Arithmetic that a Keras 2 functional model has between its layers, as `x + 3` in MobileNetV3: a TFOpLambda layer,
 * which in spite of its name holds no code, only an operation's name and its constant.
 */
import type { MergeNode } from '../graph';
import type { Pointwise } from '../pointwise';
import { at } from '../rules/rule';
import { base, type LayerContext, type Translator, vector } from './layersModelContext';
import { addInputs, merging } from './layersModelMerge';
import { ownEntry } from './ownEntry';

/** Functions of two inputs, of which the second may be a number. */
const binary: Readonly<Record<string, Extract<MergeNode['operation'], 'add' | 'subtract' | 'multiply' | 'divide'>>> = {
  '__operators__.add': 'add',
  'math.add': 'add',
  add: 'add',
  'math.subtract': 'subtract',
  subtract: 'subtract',
  'math.multiply': 'multiply',
  multiply: 'multiply',
  'math.truediv': 'divide',
  'math.divide': 'divide',
};

const unary: Readonly<Record<string, Pointwise>> = {
  'nn.silu': { name: 'swish' },
  'nn.swish': { name: 'swish' },
  'math.square': { name: 'square' },
  'math.sqrt': { name: 'sqrt' },
  'math.rsqrt': { name: 'rsqrt' },
  'math.softplus': { name: 'softplus' },
  'math.negative': { name: 'negative' },
};

/** x ∘ number as scale and offset. */
const affineOf = {
  add: (y: number) => [1, y],
  subtract: (y: number) => [1, -y],
  multiply: (y: number) => [y, 0],
  divide: (y: number) => [1 / y, 0],
} as const;

export const operatorLayer: Translator = (context) => {
  const { config, builder, inputs } = context;
  const name = config.text('function').replace(/^tf\./, '');
  const label = config.layer.class_name;
  const operation = ownEntry(binary, name);
  if (operation !== undefined && inputs.length > 1)
    return operation === 'add' ? addInputs(context) : merging(operation)(context);
  if (operation !== undefined) {
    const [scale = 1, offset = 0] = affineOf[operation](constantOf(context));
    if (!Number.isFinite(scale)) throw config.refuse('it divides by 0');
    return builder.add({ ...base(context), kind: 'affine', scale: vector([scale]), offset: vector([offset]), label });
  }
  if (name === 'nn.relu6' || name === 'nn.relu' || name === 'math.sigmoid' || name === 'math.tanh')
    return builder.add({ ...base(context), kind: 'activation', activation: plainName(name) });
  const found = ownEntry(unary, name);
  if (found === undefined) throw config.refuse(`no rule covers its operation ${name}`);
  return builder.add({ ...base(context), inputs: [at(inputs, 0)], kind: 'pointwise', operation: found, label });
};

const plainName = (name: string) => name.split('.').at(-1) as 'relu' | 'relu6' | 'sigmoid' | 'tanh';

function constantOf({ config }: LayerContext): number {
  const y = config.keyword('y');
  if (typeof y === 'number' && Number.isFinite(y)) return y;
  throw config.refuse('its second operand is neither a layer nor a number');
}
