/** a · b + c; in one rounding where the build has relaxed SIMD. */
// @ts-ignore: AssemblyScript's decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** max(low, min(high, x)): ReLU, ReLU6 or, with infinite bounds, nothing. One instruction a bound, unlike f32x4.min. */
// @ts-ignore: AssemblyScript's decorator
@inline
export function clamp(x: v128, low: v128, high: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, low), high);
}

/** The first `count` floats, at most 4, zeros behind them; nothing behind them is read. */
// @ts-ignore: AssemblyScript's decorator
@inline
export function loadPartly(address: usize, count: i32): v128 {
  return count >= 4 ? v128.load(address) : loadFew(address, count);
}

function loadFew(address: usize, count: i32): v128 {
  let x = v128.load32_zero(address);
  if (count > 1) x = v128.load32_lane(address, x, 1, 4);
  if (count > 2) x = v128.load32_lane(address, x, 2, 8);
  return x;
}

/** Stores the first `count` floats, at most 4. */
// @ts-ignore: AssemblyScript's decorator
@inline
export function storePartly(address: usize, x: v128, count: i32): void {
  if (count >= 4) v128.store(address, x);
  else storeFew(address, x, count);
}

function storeFew(address: usize, x: v128, count: i32): void {
  if (count > 0) v128.store32_lane(address, x, 0);
  if (count > 1) v128.store32_lane(address, x, 1, 4);
  if (count > 2) v128.store32_lane(address, x, 2, 8);
}

// @ts-ignore: AssemblyScript's decorator
@inline
export function roundUp(value: i32, multiple: i32): i32 {
  return ((value + multiple - 1) / multiple) * multiple;
}
