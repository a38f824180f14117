/** Smaller singular value of [f g; 0 h], by LAPACK's `dlas2`. */
export function smallerSingularValue(f: number, g: number, h: number): number {
  const [most, least] = [Math.max(Math.abs(f), Math.abs(h)), Math.min(Math.abs(f), Math.abs(h))];
  const across = Math.abs(g);
  if (least === 0) return 0;
  const [sum, difference] = [1 + least / most, (most - least) / most];
  if (across < most) {
    const ratio = (across / most) ** 2;
    return (least * 2) / (Math.sqrt(sum * sum + ratio) + Math.sqrt(difference * difference + ratio));
  }
  const ratio = most / across;
  if (ratio === 0) return (least * most) / across;
  const c = 1 / (Math.sqrt(1 + (sum * ratio) ** 2) + Math.sqrt(1 + (difference * ratio) ** 2));
  return 2 * least * c * ratio;
}

export interface TwoByTwo {
  readonly larger: number;
  readonly smaller: number;
  /** Of the right rotation, which makes the larger value's right vector (c, s). */
  readonly c: number;
  readonly s: number;
}

const signOf = (x: number) => (x < 0 || Object.is(x, -0) ? -1 : 1);

/** Singular values of [f g; 0 h], signed, and their right vectors, by LAPACK's `dlasv2` (Demmel and Kahan 1990). */
export function twoByTwo(f: number, g: number, h: number): TwoByTwo {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [top, bottom] = isSwapped ? [h, f] : [f, h];
  const { large, small, left, right, isSteep } = ordered(top, g, bottom);
  const [l, r] = isSwapped ? [swap(right), swap(left)] : [left, right];
  // The sign of the largest of the three entries decides.
  const first = signOf(isSteep ? r.s : isSwapped ? r.s : r.c);
  const second = signOf(isSteep ? l.c : isSwapped ? l.s : l.c);
  const sign = first * second * signOf(isSteep ? g : isSwapped ? h : f);
  return {
    larger: sign * Math.abs(large),
    smaller: sign * signOf(f) * signOf(h) * Math.abs(small),
    c: r.c,
    s: r.s,
  };
}

const swap = ({ c, s }: { readonly c: number; readonly s: number }) => ({ c: s, s: c });

/** For |f| ≥ |h|. */
function ordered(f: number, g: number, h: number) {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const straight = { c: 1, s: 0 };
  if (g === 0) return { large: fa, small: ha, left: straight, right: straight, isSteep: false };
  const isSteep = ga > fa;
  if (isSteep && fa / ga < Number.EPSILON / 2) {
    const small = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    return { large: ga, small, left: { c: 1, s: h / g }, right: { c: f / g, s: 1 }, isSteep };
  }
  const gap = fa - ha;
  const l = gap === fa ? 1 : gap / fa;
  const m = g / f;
  const t = 2 - l;
  const [mm, tt] = [m * m, t * t];
  const s = Math.sqrt(tt + mm);
  const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + mm);
  const a = 0.5 * (s + r);
  const tangent = mm === 0 ? nearlyDiagonal(f, g, gap, l, m, t) : (m / (s + t) + m / (r + l)) * (1 + a);
  const norm = Math.sqrt(tangent * tangent + 4);
  const right = { c: 2 / norm, s: tangent / norm };
  const left = { c: (right.c + right.s * m) / a, s: ((h / f) * right.s) / a };
  return { large: fa * a, small: ha / a, left, right, isSteep };
}

function nearlyDiagonal(f: number, g: number, gap: number, l: number, m: number, t: number): number {
  return l === 0 ? 2 * signOf(f) * signOf(g) : g / (gap * signOf(f)) + m / t;
}
