const waiting = new Map<object, () => void>();
let requested = 0;

function flush(): void {
  requested = 0;
  const paints = [...waiting.values()];
  waiting.clear();
  for (const paint of paints) paint();
}

/** Runs `paint` in the next animation frame; a later call with the same key replaces it. */
export function oncePerFrame(key: object, paint: () => void): void {
  waiting.set(key, paint);
  if (requested === 0) requested = requestAnimationFrame(flush);
}

/** Forgets what is waiting under this key. */
export function forgetFrame(key: object): void {
  waiting.delete(key);
}
