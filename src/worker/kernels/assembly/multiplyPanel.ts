/**
 * The one inner loop of all convolutions: a small block of the product C = A · B, held in registers.
 *
 * A is cut into panels of 6 rows and B into panels of 8 columns. Twelve vectors of sums, two of B and one of A are all
 * that the fifteen SIMD registers of x86-64 (one is the engine's own) hold, and twelve independent sums hide the
 * latency of the multiply-add. One step of the depth a round, on purpose: V8 sums up one register after the other in an
 * unrolled loop, spills, and reaches 48 GFLOP/s where this one reaches 58 of 60 possible.
 *
 * A panel: [depth / 4][6 rows][4 floats]; B panel: [depth][8]; C panel: [rows][8]. The depth is a multiple of 4: the
 * packing functions fill up with zeros.
 */
import { multiply6Unrolled } from './multiplyPanelUnrolled';
import { panelGroupBytes } from './panels';
import { madd } from './simd';

/**
 * One panel of A times one panel of B.
 * @param a panel of A, in bytes from the start of the memory, like all addresses here
 * @param c where `rows` × 8 sums go; up to the next even number of rows is written
 * @param groups depth / 4
 * @param rows 1 or more; 6 at most are computed
 * @param columns 1 or more that are wanted; the others of the 8 may stay as they were
 */
export function multiplyPanel(a: usize, b: usize, c: usize, groups: i32, rows: i32, columns: i32): void {
  const depth: usize = groups * 4;
  if (rows <= 2) multiply2(a, b, c, depth);
  else if (rows <= 4) multiply4(a, b, c, depth);
  else if (columns <= 4) multiply6Half(a, b, c, depth);
  else if (ASC_FEATURE_RELAXED_SIMD) multiply6(a, b, c, depth);
  else multiply6Unrolled(a, b, c, groups);
}

function multiply6(a: usize, b: usize, c: usize, depth: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  let c40 = f32x4.splat(0);
  let c41 = f32x4.splat(0);
  let c50 = f32x4.splat(0);
  let c51 = f32x4.splat(0);
  for (let k: usize = 0; k < depth; k++) {
    const p = a + k * 4 + (k >> 2) * (panelGroupBytes - 16);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(p);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(p, 16);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(p, 32);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(p, 48);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load32_splat(p, 64);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load32_splat(p, 80);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    b += 32;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
  v128.store(c, c40, 128);
  v128.store(c, c41, 144);
  v128.store(c, c50, 160);
  v128.store(c, c51, 176);
}

function multiply4(a: usize, b: usize, c: usize, depth: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  for (let k: usize = 0; k < depth; k++) {
    const p = a + k * 4 + (k >> 2) * (panelGroupBytes - 16);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(p);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(p, 16);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(p, 32);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(p, 48);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    b += 32;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
}

function multiply2(a: usize, b: usize, c: usize, depth: usize): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  for (let k: usize = 0; k < depth; k++) {
    const p = a + k * 4 + (k >> 2) * (panelGroupBytes - 16);
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(p);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(p, 16);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    b += 32;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
}

/** Six rows by the first four columns of a panel: for one to four filters left over. */
function multiply6Half(a: usize, b: usize, c: usize, depth: usize): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  let c2 = f32x4.splat(0);
  let c3 = f32x4.splat(0);
  let c4 = f32x4.splat(0);
  let c5 = f32x4.splat(0);
  for (let k: usize = 0; k < depth; k++) {
    const p = a + k * 4 + (k >> 2) * (panelGroupBytes - 16);
    const b0 = v128.load(b);
    c0 = madd(v128.load32_splat(p), b0, c0);
    c1 = madd(v128.load32_splat(p, 16), b0, c1);
    c2 = madd(v128.load32_splat(p, 32), b0, c2);
    c3 = madd(v128.load32_splat(p, 48), b0, c3);
    c4 = madd(v128.load32_splat(p, 64), b0, c4);
    c5 = madd(v128.load32_splat(p, 80), b0, c5);
    b += 32;
  }
  v128.store(c, c0);
  v128.store(c, c1, 32);
  v128.store(c, c2, 64);
  v128.store(c, c3, 96);
  v128.store(c, c4, 128);
  v128.store(c, c5, 160);
}
