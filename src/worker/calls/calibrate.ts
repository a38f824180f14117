import { breathe } from '../breathe';
import { convolve } from '../kernels/convolution';
import { dispose, ones, tidy } from '../kernels/tensor';

const rounds = 5;

/**
 * Median time of eight 3×3 convolutions from 64 to 64 channels on 56×56 cells (1.8 GFLOP), the core of an ascent step,
 * read back once: what one such chain costs on this device, transfers included.
 */
export async function calibrate(signal: AbortSignal): Promise<{ milliseconds: number }> {
  const filter = ones([3, 3, 64, 64]);
  const start = ones([1, 56, 56, 64]);
  const pads = { top: 1, bottom: 1, left: 1, right: 1 };
  const times: number[] = [];
  try {
    // The first round compiles shaders and packs weights; it does not count.
    for (let round = 0; round <= rounds; round++) {
      await breathe(signal);
      const began = performance.now();
      const end = tidy(() => {
        let x = start;
        for (let i = 0; i < 8; i++) x = convolve({ x, filter, pads, activation: 'relu6' }) as typeof start;
        return x;
      });
      await end.data();
      end.dispose();
      if (round > 0) times.push(performance.now() - began);
    }
  } finally {
    dispose([filter, start]);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[Math.floor(rounds / 2)] ?? Number.POSITIVE_INFINITY };
}
