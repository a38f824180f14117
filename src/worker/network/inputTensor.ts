import type { Picture } from '../../shared/ascent';
import type { Preprocessing } from '../../shared/network';
import { type Tensor, tensor } from '../kernels/tensor';
import { writeInput } from './preprocess';

/** The network's input [pictures, height, width, 3] from pictures of one size: (pixel − mean) × scale, in its order. */
export function inputTensor(pictures: readonly Picture[], preprocessing: Preprocessing): Tensor {
  const [first] = pictures;
  if (first === undefined) throw new RangeError('An input has at least one picture.');
  const { width, height } = first;
  const size = width * height * 3;
  const values = new Float32Array(pictures.length * size);
  for (const [i, picture] of pictures.entries()) writeInput(picture, preprocessing, values, i * size);
  return tensor(values, [pictures.length, height, width, 3]);
}
