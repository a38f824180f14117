import { loadPartly, madd, storePartly } from './simd';

/**
 * y += x · w for some rows of w: y[b, j] += Σ_i x[b, i] · w[i, j]. The weights are read once, in their order, four rows
 * at a time: they are too many for any cache, and nothing is packed.
 * @param x [batch, rows] of a wider matrix: `stride` floats from one batch row to the next
 * @param w [rows, columns]
 * @param y [batch, columns]
 */
export function denseProduct(x: usize, w: usize, y: usize, batch: i32, stride: i32, rows: i32, columns: i32): void {
  const rowBytes: usize = columns * 4;
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    for (let b = 0; b < batch; b++) addFour(x + (b * stride + i) * 4, w, y + b * rowBytes, columns, rowBytes);
    w += 4 * rowBytes;
  }
  for (; i < rows; i++) {
    for (let b = 0; b < batch; b++) addOne(x + (b * stride + i) * 4, w, y + b * rowBytes, columns);
    w += rowBytes;
  }
}

/** y[j] += Σ x[0..3] · w[0..3, j]. */
function addFour(x: usize, w: usize, y: usize, columns: i32, rowBytes: usize): void {
  const x0 = v128.load32_splat(x);
  const x1 = v128.load32_splat(x, 4);
  const x2 = v128.load32_splat(x, 8);
  const x3 = v128.load32_splat(x, 12);
  const w1 = w + rowBytes;
  const w2 = w1 + rowBytes;
  const w3 = w2 + rowBytes;
  for (let j = 0; j < columns; j += 4) {
    const at: usize = j * 4;
    const left = columns - j;
    let sum = loadPartly(y + at, left);
    sum = madd(x0, loadPartly(w + at, left), sum);
    sum = madd(x1, loadPartly(w1 + at, left), sum);
    sum = madd(x2, loadPartly(w2 + at, left), sum);
    sum = madd(x3, loadPartly(w3 + at, left), sum);
    storePartly(y + at, sum, left);
  }
}

function addOne(x: usize, w: usize, y: usize, columns: i32): void {
  const x0 = v128.load32_splat(x);
  for (let j = 0; j < columns; j += 4) {
    const at: usize = j * 4;
    const left = columns - j;
    storePartly(y + at, madd(x0, loadPartly(w + at, left), loadPartly(y + at, left)), left);
  }
}

/**
 * Gradient of y = x · w for some rows of w: dx[b, i] = Σ_j dy[b, j] · w[i, j].
 * @param dy [batch, columns]
 * @param w [rows, columns]
 * @param dx [batch, rows] of a wider matrix: `stride` floats from one batch row to the next
 */
export function denseGradient(dy: usize, w: usize, dx: usize, batch: i32, stride: i32, rows: i32, columns: i32): void {
  const rowBytes: usize = columns * 4;
  for (let i = 0; i < rows; i++) {
    for (let b = 0; b < batch; b++) store<f32>(dx + (b * stride + i) * 4, dot(dy + b * rowBytes, w, columns));
    w += rowBytes;
  }
}

/** Σ a[j] · b[j], in four chains, so that a sum does not wait for the one before. */
function dot(a: usize, b: usize, count: i32): f32 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let j = 0;
  for (; j + 16 <= count; j += 16) {
    s0 = madd(v128.load(a), v128.load(b), s0);
    s1 = madd(v128.load(a, 16), v128.load(b, 16), s1);
    s2 = madd(v128.load(a, 32), v128.load(b, 32), s2);
    s3 = madd(v128.load(a, 48), v128.load(b, 48), s3);
    a += 64;
    b += 64;
  }
  for (; j < count; j += 4) {
    s0 = madd(loadPartly(a, count - j), loadPartly(b, count - j), s0);
    a += 16;
    b += 16;
  }
  const sum = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
