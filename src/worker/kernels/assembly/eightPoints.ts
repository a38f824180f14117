/**
 * Numbers of the eight-point transforms, as offsets of vectors in a table in memory. A vector that stands in the code
 * is made anew by V8 wherever it is used, in three instructions; a load is one.
 */
export const inputMiddle: usize = 0;
export const inputNear: usize = 16;
export const inputHalf: usize = 32;
export const inputFar: usize = 48;
export const thirtySecond: usize = 64;
export const sixteenth: usize = 80;
export const eighth: usize = 96;
export const quarter: usize = 112;
export const half: usize = 128;
export const two: usize = 144;
export const four: usize = 160;
export const eight: usize = 176;
export const sixteen: usize = 192;
export const thirtyTwo: usize = 208;

export const pointsBytes: i32 = 256;

export function writePoints(table: usize): void {
  v128.store(table, f32x4.splat(5.25), inputMiddle);
  v128.store(table, f32x4.splat(-4.25), inputNear);
  v128.store(table, f32x4.splat(-5), inputHalf);
  v128.store(table, f32x4.splat(-1.25), inputFar);
  v128.store(table, f32x4.splat(0.03125), thirtySecond);
  v128.store(table, f32x4.splat(0.0625), sixteenth);
  v128.store(table, f32x4.splat(0.125), eighth);
  v128.store(table, f32x4.splat(0.25), quarter);
  v128.store(table, f32x4.splat(0.5), half);
  v128.store(table, f32x4.splat(2), two);
  v128.store(table, f32x4.splat(4), four);
  v128.store(table, f32x4.splat(8), eight);
  v128.store(table, f32x4.splat(16), sixteen);
  v128.store(table, f32x4.splat(32), thirtyTwo);
}
