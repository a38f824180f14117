/** Square and cube roots of primes, by their fractions' first 32 bits, are what FIPS 180-4 fills its constants with. */
const primes = (() => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
})();
const fractionBits = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
const roundConstants = Int32Array.from(primes, (prime) => fractionBits(Math.cbrt(prime)));
const startState = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

/** Mixes one block of 64 bytes into the state. */
function compress(state: Int32Array, block: DataView, offset: number, schedule: Int32Array): void {
  for (let t = 0; t < 16; t++) schedule[t] = block.getInt32(offset + 4 * t);
  for (let t = 16; t < 64; t++) {
    const [early, late] = [schedule[t - 15] as number, schedule[t - 2] as number];
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[t] = (schedule[t - 16] as number) + sigma0 + (schedule[t - 7] as number) + sigma1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixed = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice;
    const first = (mixed + (roundConstants[t] as number) + (schedule[t] as number)) | 0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i] as number) + word;
  });
}

/**
 * SHA-256 (FIPS 180-4) without the Web Crypto API, which browsers withhold from pages over plain http.
 * @returns 32 bytes
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  const whole = bytes.length - (bytes.length % 64);
  // The rest, a 1 bit, zeros, and the length in bits as 64 bits: one block, or two where it does not fit into one.
  const tail = new Uint8Array(bytes.length - whole < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[bytes.length - whole] = 0x80;
  const tailView = new DataView(tail.buffer);
  tailView.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  tailView.setUint32(tail.length - 4, (bytes.length * 8) % 2 ** 32);
  const state = Int32Array.from(startState);
  const schedule = new Int32Array(64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
  for (let offset = 0; offset < whole; offset += 64) compress(state, view, offset, schedule);
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, tailView, offset, schedule);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => {
    digest.setInt32(4 * i, word);
  });
  return new Uint8Array(digest.buffer);
}
