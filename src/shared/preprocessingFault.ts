import type { Preprocessing } from './network';

/**
 * What is wrong with a preprocessing that comes from outside (a script, a server, this device's records); null:
 * nothing.
 */
export function preprocessingFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return 'it is no object';
  const { order, mean, scale } = value as Record<keyof Preprocessing, unknown>;
  if (order !== 'rgb' && order !== 'bgr' && order !== 'grey') return 'there is no such order';
  if (!Array.isArray(mean) || mean.length !== 3 || !mean.every(Number.isFinite)) return 'its mean is not three numbers';
  if (order === 'grey' && mean.some((number) => number !== mean[0]))
    return 'its grey mean is not one number, three times';
  if (!Number.isFinite(scale) || scale === 0) return 'its scale is 0 or no number';
  return null;
}

export const isPreprocessing = (value: unknown): value is Preprocessing => preprocessingFault(value) === null;
