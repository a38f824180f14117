/** True on the first call, and later on where at least so many milliseconds have passed since it last was. */
export function everyInterval(milliseconds: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}
