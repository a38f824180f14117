import type { WeightPrecision } from '../../shared/network';
import { encodeFloat16 } from './encodeFloat16';
import { encodeUint8 } from './encodeUint8';
import { type EncodeWeight, encodeFloat32 } from './encodeWeight';

/** How weights are written in each precision. */
export const encoders: Readonly<Record<WeightPrecision, EncodeWeight>> = {
  f32: encodeFloat32,
  f16: encodeFloat16,
  u8: encodeUint8,
};
