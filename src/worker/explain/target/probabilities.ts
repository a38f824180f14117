/** exp(z_k) / Σ exp(z), without overflow. */
export function softmax(logits: ArrayLike<number>): Float32Array<ArrayBuffer> {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) largest = Math.max(largest, logits[i] ?? 0);
  const powers = Float32Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** 1 / (1 + exp(−z)). */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
