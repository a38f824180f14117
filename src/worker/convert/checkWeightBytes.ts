import { FoveaError } from '../../shared/errors';
import { countOf, type ForeignWeight } from './foreignNetwork';
import { freeBytes, mostBytes, mostGrowth } from './zip/limits';

/**
 * Holds what weights take as 32-bit floats to the limits of a zip: a dataset of HDF5 may claim any size and take no
 * byte of its file, or be packed to next to nothing.
 * @param fileBytes of the files that the weights are in
 * @throws FoveaError naming the largest weight
 */
export function checkWeightBytes(weights: readonly ForeignWeight[], fileBytes: number): void {
  const bytesOf = ({ shape }: ForeignWeight) => 4 * countOf(shape);
  const total = weights.reduce((sum, weight) => sum + bytesOf(weight), 0);
  if (total <= mostBytes && total <= freeBytes + mostGrowth * fileBytes) return;
  const largest = weights.reduce((a, b) => (bytesOf(b) > bytesOf(a) ? b : a));
  const claim =
    total > mostBytes
      ? `The weights take ${megabytes(total)} MB as 32-bit floats, more than 2 GB`
      : `The weights take ${Math.round(total / fileBytes).toLocaleString('en')} times the size of their file`;
  throw new FoveaError(
    `${claim}: ${largest.name} alone, ${largest.shape.join(' × ')}, takes ${megabytes(bytesOf(largest))} MB.`,
    'Choose a smaller network. If this one should be small, its file is damaged: download or export it again.',
  );
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20).toLocaleString('en');
