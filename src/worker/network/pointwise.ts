/**
 * Functions of one value. Their slopes need the input: a `Pointwise` is a node of its own and never fused into a layer.
 */
import {
  abs,
  add,
  clipByValue,
  div,
  elu,
  erf,
  exp,
  log,
  maximum,
  minimum,
  mul,
  neg,
  reciprocal,
  relu6,
  rsqrt,
  selu,
  sigmoid,
  softplus,
  sqrt,
  square,
  step,
  sub,
  type Tensor,
  tanh,
} from '../kernels/tensor';

/** What takes no settings. */
export type PlainPointwise =
  | 'swish'
  | 'hardSwish'
  | 'mish'
  | 'selu'
  | 'softplus'
  | 'softsign'
  | 'exponential'
  | 'square'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'negative'
  | 'absolute'
  | 'log'
  | 'erf';

export type Pointwise =
  /** Keras's ReLU: ceiling where x ≥ ceiling, x where threshold < x, slope × (x − threshold) elsewhere. */
  | {
      readonly name: 'rectify';
      readonly slope: number;
      readonly threshold: number;
      /** null: none. */
      readonly ceiling: number | null;
    }
  /** Between two bounds, either of which may be absent (null). */
  | { readonly name: 'clip'; readonly low: number | null; readonly high: number | null }
  /** clip(x × slope + 0.5, 0, 1): slope 0.2 in Keras 2, 1/6 in Keras 3. */
  | { readonly name: 'hardSigmoid'; readonly slope: number }
  /** x where x > 0, alpha × (eˣ − 1) elsewhere. */
  | { readonly name: 'elu'; readonly alpha: number }
  /** x × Φ(x); Φ by erf, or by Hendrycks and Gimpel's tanh (2016). */
  | { readonly name: 'gelu'; readonly approximate: boolean }
  | { readonly name: PlainPointwise };

/** Of the tanh in the approximate GELU: √(2/π) (x + 0.044715 x³). */
const geluRate = Math.sqrt(2 / Math.PI);
const geluCube = 0.044715;
/** Of SELU (Klambauer et al., 2017). */
const seluScale = 1.0507009873554805;
const seluFloor = 1.7580993408473766;

/** y = f(x), any shape. */
export function applyPointwise(x: Tensor, operation: Pointwise): Tensor {
  switch (operation.name) {
    case 'rectify':
      return rectify(x, operation);
    case 'clip': {
      const raised = operation.low === null ? x.clone() : maximum(x, operation.low);
      return operation.high === null ? raised : minimum(raised, operation.high);
    }
    case 'hardSigmoid':
      return clipByValue(add(mul(x, operation.slope), 0.5), 0, 1);
    case 'elu':
      return add(mul(step(x), x), mul(mul(sub(1, step(x)), elu(x)), operation.alpha));
    case 'gelu':
      return mul(x, gaussian(x, operation.approximate));
    default:
      return plain[operation.name](x);
  }
}

const plain: Readonly<Record<PlainPointwise, (x: Tensor) => Tensor>> = {
  swish: (x) => mul(x, sigmoid(x)),
  hardSwish: (x) => mul(x, mul(relu6(add(x, 3)), 1 / 6)),
  mish: (x) => mul(x, tanh(softplus(x))),
  selu: (x) => selu(x),
  softplus: (x) => softplus(x),
  softsign: (x) => div(x, add(abs(x), 1)),
  exponential: (x) => exp(x),
  square: (x) => square(x),
  sqrt: (x) => sqrt(x),
  rsqrt: (x) => rsqrt(x),
  reciprocal: (x) => reciprocal(x),
  negative: (x) => neg(x),
  absolute: (x) => abs(x),
  log: (x) => log(x),
  erf: (x) => erf(x),
};

type Rectify = Extract<Pointwise, { name: 'rectify' }>;

function rectify(x: Tensor, { slope, threshold, ceiling }: Rectify): Tensor {
  const over = sub(x, threshold);
  // step(over, slope) is 1 above the threshold and the slope below it; only above is the threshold part of the value.
  const open = mul(over, step(over, slope));
  const y = threshold === 0 ? open : add(open, mul(step(over), threshold));
  return ceiling === null ? y : minimum(y, ceiling);
}

/** Φ(x), as GELU takes it. */
function gaussian(x: Tensor, approximate: boolean): Tensor {
  const inner = approximate ? tanh(geluInner(x)) : erf(mul(x, Math.SQRT1_2));
  return mul(add(inner, 1), 0.5);
}

const geluInner = (x: Tensor): Tensor => mul(add(x, mul(mul(square(x), x), geluCube)), geluRate);

/** f′(x), from x and y = f(x). Where f has a kink, the slope on its left. */
export function pointwiseSlope(operation: Pointwise, x: Tensor, y: Tensor): Tensor {
  switch (operation.name) {
    case 'rectify': {
      const slope = step(sub(x, operation.threshold), operation.slope);
      return operation.ceiling === null ? slope : mul(slope, step(sub(operation.ceiling, x)));
    }
    case 'clip': {
      const above = operation.low === null ? add(mul(x, 0), 1) : step(sub(x, operation.low));
      return operation.high === null ? above : mul(above, step(sub(operation.high, x)));
    }
    case 'hardSigmoid':
      return mul(mul(step(y), step(sub(1, y))), operation.slope);
    case 'elu':
      return add(step(x), mul(sub(1, step(x)), add(y, operation.alpha)));
    case 'gelu':
      return geluSlope(x, operation.approximate);
    default:
      return plainSlopes[operation.name](x, y);
  }
}

function geluSlope(x: Tensor, approximate: boolean): Tensor {
  const share = gaussian(x, approximate);
  if (!approximate) return add(share, mul(x, mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI))));
  const bend = mul(sub(1, square(tanh(geluInner(x)))), 0.5 * geluRate);
  return add(share, mul(mul(x, bend), add(mul(square(x), 3 * geluCube), 1)));
}

const plainSlopes: Readonly<Record<PlainPointwise, (x: Tensor, y: Tensor) => Tensor>> = {
  swish: (x, y) => add(y, mul(sigmoid(x), sub(1, y))),
  hardSwish: (x) => {
    const gate = relu6(add(x, 3));
    const bent = mul(step(gate), step(sub(6, gate)));
    return mul(add(gate, mul(x, bent)), 1 / 6);
  },
  mish: (x) => {
    const gate = tanh(softplus(x));
    return add(gate, mul(mul(x, sigmoid(x)), sub(1, square(gate))));
  },
  selu: (x, y) => add(mul(step(x), seluScale), mul(sub(1, step(x)), add(y, seluFloor))),
  softplus: (x) => sigmoid(x),
  softsign: (x) => reciprocal(square(add(abs(x), 1))),
  exponential: (_, y) => y.clone(),
  square: (x) => mul(x, 2),
  sqrt: (_, y) => div(0.5, y),
  rsqrt: (_, y) => mul(mul(square(y), y), -0.5),
  reciprocal: (_, y) => neg(square(y)),
  negative: (x) => sub(mul(x, 0), 1),
  absolute: (x) => sub(step(x), step(neg(x))),
  log: (x) => reciprocal(x),
  erf: (x) => mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI)),
};
