/**
 * TensorFlow.js as the rest of the worker sees it: this folder alone imports it. Tensors are NHWC, float32 unless said
 * otherwise; every function here is synchronous and allocates its result.
 */
export {
  abs,
  add,
  addN,
  clipByValue,
  concat,
  dispose,
  div,
  elu,
  gather,
  keep,
  matMul,
  maximum,
  mean,
  memory,
  mirrorPad,
  mul,
  ones,
  pad,
  relu,
  relu6,
  reshape,
  reverse,
  sigmoid,
  slice,
  softmax,
  sqrt,
  square,
  step,
  sub,
  sum,
  type Tensor,
  tanh,
  tensor,
  tidy,
  transpose,
  zeros,
} from '@tensorflow/tfjs-core';

/** A shape without its batch dimension: [height, width, channels] or [units]. */
export type Shape = readonly number[];
