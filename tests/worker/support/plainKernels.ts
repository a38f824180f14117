import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';

type DataId = tf.TensorInfo['dataId'];

interface Storage {
  write(values: unknown, shape: number[], dtype: string): DataId;
  readSync(id: DataId): unknown;
  disposeData(id: DataId): unknown;
}

/** TensorFlow.js's own kernels: taken before ours have a chance to replace them. */
const own = new Map(tf.getKernelsForBackend('wasm').map((kernel) => [kernel.kernelName, kernel]));

/** Its WebAssembly one puts the gradient of a window without a positive value where it does not belong. */
own.delete('MaxPoolGrad');

/**
 * Runs something on TensorFlow.js's own WebAssembly kernels, and where it has none (gradients, mostly) or a wrong one,
 * on its plain JavaScript ones. Then ours are back. A convolution with bias and activation is done in three steps, as a
 * tape does it: in one, its sums are rounded otherwise, and a ReLU with an input of nearly 0 has the other slope.
 */
export async function withPlainKernels<T>(run: () => Promise<T>): Promise<T> {
  const ours = tf.getKernelsForBackend('wasm');
  const plain = new Map(tf.getKernelsForBackend('cpu').map((kernel) => [kernel.kernelName, onWasm(kernel)]));
  for (const [name, kernel] of own) plain.set(name, kernel);
  for (const [fused, convolution] of [
    ['FusedConv2D', 'Conv2D'],
    ['FusedDepthwiseConv2D', 'DepthwiseConv2dNative'],
  ] as const)
    plain.set(fused, { kernelName: fused, backendName: 'wasm', kernelFunc: inThreeSteps(convolution) });
  for (const name of ['Conv2DBackpropFilter', 'DepthwiseConv2dNativeBackpropFilter'])
    plain.set(name, { kernelName: name, backendName: 'wasm', kernelFunc: nothing });
  // What has no name of TensorFlow.js's is a step of our own, which the tape does not ask for.
  exchange([...plain.values(), ...ours.filter(({ kernelName }) => !plain.has(kernelName))]);
  try {
    return await run();
  } finally {
    exchange(ours);
  }
}

/** A tape asks for the filters' gradients as well, and most of its time would go there: nobody reads them. */
const nothing: tf.KernelFunc = ({ attrs }) => tf.zeros((attrs as { filterShape?: number[] }).filterShape ?? []);

function exchange(kernels: readonly tf.KernelConfig[]): void {
  for (const { kernelName } of tf.getKernelsForBackend('wasm')) tf.unregisterKernel(kernelName, 'wasm');
  for (const kernel of kernels) tf.registerKernel(kernel);
}

/** A kernel in plain JavaScript for tensors in WebAssembly's memory: copied there and back. */
function onWasm({ kernelName, kernelFunc }: tf.KernelConfig): tf.KernelConfig {
  return {
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const [cpu, wasm] = [tf.engine().findBackend('cpu') as unknown as Storage, backend as Storage];
      const copied = Object.entries(inputs).map(([name, info]) => {
        const { dataId, shape, dtype } = info as tf.TensorInfo;
        return [name, { shape, dtype, dataId: cpu.write(wasm.readSync(dataId), shape, dtype) }] as const;
      });
      // Some take a list.
      const given = Object.assign(Array.isArray(inputs) ? [] : {}, Object.fromEntries(copied));
      const result = kernelFunc({ inputs: given, backend: cpu, ...(attrs && { attrs }) });
      const back = [result].flat().map(({ dataId, shape, dtype }) => {
        const values = cpu.readSync(dataId);
        cpu.disposeData(dataId);
        return { shape, dtype, dataId: wasm.write(values, shape, dtype) };
      });
      for (const [, { dataId }] of copied) cpu.disposeData(dataId);
      return Array.isArray(result) ? back : (back[0] as tf.TensorInfo);
    },
  };
}

const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  leakyrelu: 'LeakyRelu',
  prelu: 'Prelu',
};

function inThreeSteps(convolution: string): tf.KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const { x, filter, bias, preluActivationWeights: alpha } = inputs;
    const { activation = 'linear', leakyreluAlpha } = attrs as { activation?: string; leakyreluAlpha?: number };
    const call = (name: string, given: object) =>
      tf.getKernel(name, 'wasm').kernelFunc({
        inputs: given as tf.NamedTensorInfoMap,
        backend,
        attrs: { ...attrs, alpha: leakyreluAlpha } as tf.NamedAttrMap,
      }) as tf.TensorInfo;
    const steps = [call(convolution, { x, filter })];
    const last = () => steps.at(-1) as tf.TensorInfo;
    if (bias) steps.push(call('Add', { a: last(), b: bias }));
    const kernel = activations[activation];
    if (kernel !== undefined) steps.push(call(kernel, { x: last(), alpha }));
    else if (activation !== 'linear') throw new Error(`No step for ${activation}.`);
    for (const { dataId } of steps.slice(0, -1)) (backend as Storage).disposeData(dataId);
    return last();
  };
}
