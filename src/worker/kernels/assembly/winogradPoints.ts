/**
 * The points of the interpolation: 0, ±√½, ±√2 and ∞. Lavin & Gray's 0, ±1, ±2 and ∞ would do with integers, but powers
 * of points close to 1 spread less: the rounding error is half as large (7e-7 instead of 15e-7 at 64 channels, where
 * direct summation has 3e-7), for three more multiplications in the output transform.
 */
export const near: f32 = <f32>Math.SQRT1_2;
export const far: f32 = <f32>Math.SQRT2;
export const nearCubed: f32 = <f32>(0.5 * Math.SQRT1_2);
export const farCubed: f32 = <f32>(2.0 * Math.SQRT2);
