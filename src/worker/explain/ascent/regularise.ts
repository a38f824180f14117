import { blur, canBlur } from '../../kernels/blur';
import { convolveDepthwise } from '../../kernels/convolution';
import {
  add,
  div,
  mirrorPad,
  mul,
  pad,
  reshape,
  slice,
  sqrt,
  square,
  sub,
  type Tensor,
  tensor,
} from '../../kernels/tensor';

/** Smooths the kink of the absolute value in the total variation, in the squared units of the image. */
const epsilon = 1e-3;

/**
 * Gradient of the total variation Σ √(d² + ε) over the differences d between neighbours in both directions (Rudin,
 * Osher and Fatemi, 1992, in its anisotropic form), of the image's shape [1, n, n, 3]; every value lies in [−4, 4].
 */
export function totalVariationGradient(image: Tensor): Tensor {
  return add(alongAxis(image, 1), alongAxis(image, 2));
}

function alongAxis(image: Tensor, axis: 1 | 2): Tensor {
  const begin = [0, 0, 0, 0];
  begin[axis] = 1;
  const size = [...image.shape];
  size[axis] = (size[axis] ?? 1) - 1;
  const difference = sub(slice(image, begin, size), slice(image, [0, 0, 0, 0], size));
  const slope = div(difference, sqrt(add(square(difference), epsilon)));
  const zeros = (before: number, after: number) =>
    image.shape.map((_, i): [number, number] => (i === axis ? [before, after] : [0, 0]));
  return sub(pad(slope, zeros(1, 0)), pad(slope, zeros(0, 1)));
}

/** Gaussian blur of [1, n, n, 3] with standard deviation `sigma` in pixels, mirrored at the edges. */
export function gaussianBlur(image: Tensor, sigma: number): Tensor {
  const [, size = 1, , channels = 3] = image.shape;
  const radius = Math.min(Math.ceil(3 * sigma), size - 1);
  const line = Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)));
  const total = line.reduce((sum, value) => sum + value, 0);
  if (canBlur())
    return blur(
      image,
      line.map((tap) => tap / total),
    );
  const taps = tensor(line.flatMap((tap) => new Array<number>(channels).fill(tap / total)));
  const mirrored = mirrorPad(
    image,
    [
      [0, 0],
      [radius, radius],
      [radius, radius],
      [0, 0],
    ],
    'reflect',
  );
  // The Gaussian is a product of two lines: two passes of n taps each in place of one of n².
  const pads = { top: 0, bottom: 0, left: 0, right: 0 };
  const along = (x: Tensor, shape: [number, number]) =>
    convolveDepthwise({ x, filter: reshape(taps, [...shape, channels, 1]), pads });
  return along(along(mirrored, [line.length, 1]), [1, line.length]);
}

/** Pulls the image towards the start's centre: x − fraction × (x − centre). */
export const decayTowards = (image: Tensor, centre: number, fraction: number): Tensor =>
  add(mul(image, 1 - fraction), centre * fraction);
