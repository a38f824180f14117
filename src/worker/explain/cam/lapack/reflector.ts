/** The reflection I − tau v vᵀ, whose v[0] is 1, on the entries from `offset` on. */
export interface Reflector {
  readonly offset: number;
  readonly v: Float64Array;
  readonly tau: number;
}

/** What turns x into (beta, 0, 0, …); with LAPACK's choice (`dlarfg`) beta has the sign that x[0] has not. */
export function reflector(x: Float64Array, offset: number): Reflector & { readonly beta: number } {
  const alpha = x[0] ?? 0;
  let rest = 0;
  for (let i = 1; i < x.length; i++) rest += (x[i] as number) ** 2;
  const v = x.slice();
  v[0] = 1;
  if (rest === 0) return { offset, v: v.fill(0, 1), tau: 0, beta: alpha };
  const length = Math.sqrt(alpha * alpha + rest);
  const beta = alpha < 0 || Object.is(alpha, -0) ? length : -length;
  for (let i = 1; i < v.length; i++) v[i] = (v[i] as number) / (alpha - beta);
  return { offset, v, tau: (beta - alpha) / beta, beta };
}

/** The reflection of a vector, in place. */
export function reflect(vector: Float64Array, { offset, v, tau }: Reflector): void {
  let dot = 0;
  for (let i = 0; i < v.length; i++) dot += (v[i] as number) * (vector[offset + i] as number);
  for (let i = 0; i < v.length; i++) vector[offset + i] = (vector[offset + i] as number) - tau * dot * (v[i] as number);
}
