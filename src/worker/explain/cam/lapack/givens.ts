/** The rotation [c s; −s c] that turns (f, g) into (r, 0). */
export interface Givens {
  readonly c: number;
  readonly s: number;
  readonly r: number;
}

/** With LAPACK's choice of signs (`dlartg` since version 3.10): c is never negative, and r has the sign of f. */
export function givens(f: number, g: number): Givens {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: Math.sign(g), r: Math.abs(g) };
  const length = Math.hypot(f, g);
  const r = f < 0 ? -length : length;
  return { c: Math.abs(f) / length, s: g / r, r };
}
