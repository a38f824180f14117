/** Size of a stored tile and when it was last shown (milliseconds since 1970). */
export interface Use {
  readonly bytes: number;
  readonly used: number;
}

/** Keys to delete, oldest use first, so that the rest fits into `mostBytes`. */
export function oldestOverCap(uses: readonly (readonly [string, Use])[], mostBytes: number): readonly string[] {
  let bytes = uses.reduce((sum, [, use]) => sum + use.bytes, 0);
  const old: string[] = [];
  for (const [key, use] of [...uses].sort(([, a], [, b]) => a.used - b.used)) {
    if (bytes <= mostBytes) break;
    bytes -= use.bytes;
    old.push(key);
  }
  return old;
}
