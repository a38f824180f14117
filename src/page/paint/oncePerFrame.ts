/** Milliseconds of painting after which what still waits is left to the next frame: input comes in between. */
const longestTurn = 12;

const waiting = new Map<object, () => void>();
let requested = 0;

const request = () => {
  if (requested === 0) requested = requestAnimationFrame(flush);
};

function flush(): void {
  requested = 0;
  const begun = performance.now();
  try {
    for (const [key, paint] of [...waiting]) {
      if (performance.now() - begun > longestTurn) return;
      // One that an earlier painting had forgotten is not painted any more.
      if (waiting.delete(key)) paint();
    }
  } finally {
    // Those for which there was no time, or that stood behind one that failed.
    if (waiting.size > 0) request();
  }
}

/**
 * Runs `paint` in the next animation frame; a later call with the same key replaces it. Where a frame's paintings take
 * long, the last ones come a frame later.
 */
export function oncePerFrame(key: object, paint: () => void): void {
  waiting.set(key, paint);
  request();
}

/** Forgets what is waiting under this key. */
export function forgetFrame(key: object): void {
  waiting.delete(key);
}
