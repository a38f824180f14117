/**
 * Gaussian blur of a picture [height, width, 3]; edges repeat.
 * @param deviation of the Gaussian, in pixels; it is cut off at three of them
 */
export function blur(values: Float32Array, height: number, width: number, deviation: number): Float32Array {
  const taps = gaussian(deviation);
  const across = blurAlong(values, taps, width, 3, height * width);
  return blurAlong(across, taps, height, 3 * width, height * width);
}

function gaussian(deviation: number): Float64Array {
  const radius = Math.ceil(3 * deviation);
  const taps = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
  );
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

/** @param extent pixels along the axis @param stride between two of them, in values */
function blurAlong(
  values: Float32Array,
  taps: Float64Array,
  extent: number,
  stride: number,
  pixels: number,
): Float32Array {
  const radius = (taps.length - 1) / 2;
  const blurred = new Float32Array(3 * pixels);
  for (let i = 0; i < blurred.length; i++) {
    const place = Math.floor(i / stride) % extent;
    const start = i - place * stride;
    let sum = 0;
    for (let k = -radius; k <= radius; k++) {
      const there = Math.min(extent - 1, Math.max(0, place + k));
      sum += (taps[k + radius] ?? 0) * (values[start + there * stride] ?? 0);
    }
    blurred[i] = sum;
  }
  return blurred;
}
