import type { AscentSettings } from '../../../shared/ascent';
import type { Preprocessing } from '../../../shared/network';
import { createFourier } from './fourier';
import type { Parameterisation } from './parameterisation';
import { createPixels } from './pixels';

/** The parameterisation that the settings ask for, for a square picture of `size` pixels. */
export function createParameterisation(
  settings: AscentSettings,
  size: number,
  preprocessing: Preprocessing,
): Parameterisation {
  return settings.parameterisation === 'fourier'
    ? createFourier(settings, size, preprocessing)
    : createPixels(settings, size, preprocessing);
}
