import type { ValueRange } from './rangeOf';

/** value ≈ code × scale + min, code in 0..255. */
export interface AffineCode {
  readonly scale: number;
  readonly min: number;
}

const mostCode = 255;

/**
 * Scale and minimum that spread 256 codes over a range, as TensorFlow.js's converter does: where the range holds 0, it
 * is moved by at most half a step so that 0 has a code of its own and stays exactly 0.
 */
export function affineCode({ least, most }: ValueRange): AffineCode {
  const scale = (most - least) / mostCode;
  if (!(scale > 0)) return { scale: 1, min: least };
  if (least > 0 || most < 0) return { scale, min: least };
  return { scale, min: -Math.round(-least / scale) * scale };
}

/** Values as codes, each the nearest: the error is at most half a step. */
export function affineBytes(values: Float32Array, { scale, min }: AffineCode): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(values.length);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = Math.min(mostCode, Math.max(0, Math.round(((values[i] as number) - min) / scale)));
  }
  return codes;
}
