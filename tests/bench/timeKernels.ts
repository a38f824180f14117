import type { KernelReport, KernelShape } from './kernelRow';

/** Times the convolution kernels in a worker of their own. */
export function timeKernels(shapes: readonly KernelShape[]): Promise<KernelReport> {
  const worker = new Worker(new URL('./kernels.worker.ts', import.meta.url), { type: 'module' });
  const report = new Promise<KernelReport>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<KernelReport | { error: string }>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data);
    worker.onerror = (event) => reject(new Error(`The worker failed: ${event.message}`));
  });
  worker.postMessage(shapes);
  return report.finally(() => worker.terminate());
}
