import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/shared/sha256';
import { hashOf } from '../../../src/worker/network/loaders/readFiles';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

afterEach(() => vi.unstubAllGlobals());

test('the digest is Node’s, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
    { numRuns: 300 },
  );
  for (const length of [55, 56, 63, 64, 65, 119, 120, 1_000_003]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) & 255);
    expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('files are hashed alike with and without the Web Crypto API, which plain http lacks', async () => {
  const parts = [Uint8Array.of(1, 2, 3).buffer, Uint8Array.of(4).buffer];
  const secure = await hashOf(parts);
  vi.stubGlobal('crypto', {});
  expect(await hashOf(parts)).toBe(secure);
});
