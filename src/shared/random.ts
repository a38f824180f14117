/** A seeded source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * Reproducible uniform numbers from any number of integer seeds (mixed one after the other), the same on every machine.
 * Source: `sfc32` of Chris Doty-Humphrey's PractRand, seeded through a multiplicative hash and warmed up.
 */
export function createRandom(...seeds: number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  };
  for (const seed of seeds) {
    a ^= Math.imul(seed | 0, 0x85ebca6b);
    b ^= Math.imul(Math.floor(seed / 0x1_0000_0000) | 0, 0xc2b2ae35);
    for (let i = 0; i < 12; i++) next();
  }
  return next;
}

/** A standard normal number by the Box–Muller transform. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
