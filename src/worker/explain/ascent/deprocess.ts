import type { AscentSettings, Picture } from '../../../shared/ascent';
import type { Preprocessing } from '../../../shared/network';
import { greyValues, inputToPixels } from '../../network/preprocess';

/**
 * Network-input values [size, size, 3] as a picture.
 *
 * `standardise` is the seed report's deprocess_image: zero mean, standard deviation 0.15 (over the whole picture,
 * before the crop), crop, plus 0.5, clipped, times 255, truncated to a byte. A network-value ascent keeps the network's
 * channel order, as the report does; the others are shown as RGB. `range` shows pixel values 0..255 as they are. Of a
 * grey network's input only the mean of the channels counts, so that is what is shown.
 */
export function deprocess(
  values: Float32Array,
  size: number,
  settings: AscentSettings,
  preprocessing: Preprocessing,
): Picture {
  const raw = settings.parameterisation === 'network' && settings.display === 'standardise';
  const read = preprocessing.order === 'grey' ? greyValues(values) : values;
  const pixels = raw ? read : inputToPixels(read, preprocessing);
  const toByte = settings.display === 'standardise' ? standardiser(pixels) : (value: number) => value;
  const crop = Math.min(settings.crop, Math.floor((size - 1) / 2));
  const side = size - 2 * crop;
  const rgba = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = ((y + crop) * size + x + crop) * 3;
      const to = (y * side + x) * 4;
      rgba[to] = Math.floor(toByte(pixels[from] as number));
      rgba[to + 1] = Math.floor(toByte(pixels[from + 1] as number));
      rgba[to + 2] = Math.floor(toByte(pixels[from + 2] as number));
      rgba[to + 3] = 255;
    }
  }
  return { width: side, height: side, rgba };
}

function standardiser(values: Float32Array): (value: number) => number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] as number) - mean;
    squares += deviation * deviation;
  }
  const factor = 0.15 / (Math.sqrt(squares / values.length) + 1e-5);
  return (value) => Math.min(1, Math.max(0, (value - mean) * factor + 0.5)) * 255;
}
