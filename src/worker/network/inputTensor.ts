import type { Picture } from '../../shared/ascent';
import type { Preprocessing } from '../../shared/network';
import { type Tensor, tensor } from '../kernels/tensor';

/** The network's input [pictures, height, width, 3] from pictures of one size: (pixel − mean) × scale, in its order. */
export function inputTensor(pictures: readonly Picture[], { order, mean, scale }: Preprocessing): Tensor {
  const [first] = pictures;
  if (first === undefined) throw new RangeError('An input has at least one picture.');
  const { width, height } = first;
  const values = new Float32Array(pictures.length * width * height * 3);
  const from = order === 'bgr' ? [2, 1, 0] : [0, 1, 2];
  let to = 0;
  for (const { rgba } of pictures) {
    for (let i = 0; i < rgba.length; i += 4) {
      for (let c = 0; c < 3; c++, to++) {
        values[to] = ((rgba[i + (from[c] as number)] as number) - (mean[c] ?? 0)) * scale;
      }
    }
  }
  return tensor(values, [pictures.length, height, width, 3]);
}
