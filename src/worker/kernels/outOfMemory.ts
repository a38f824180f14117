/** How the backends say that an allocation failed; after that their state cannot be trusted. */
const signs = [
  /out of memory/i,
  /memory access out of bounds/i,
  /cannot enlarge memory/i,
  /could not allocate|failed to allocate|allocation failed/i,
  /unable to create webgltexture|failed to create (webgl)?texture/i,
  /aborted\(/i,
];

/** True for an error after which the worker has to be replaced. */
export function isOutOfMemory(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return signs.some((sign) => sign.test(message));
}
