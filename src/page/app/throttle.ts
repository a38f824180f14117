/** Runs `work` at once, and then at most once in so many milliseconds: calls between become one at the end. */
export function throttle(milliseconds: number, work: () => void): () => void {
  let waiting = false;
  let asked = false;
  const run = () => {
    work();
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!asked) return;
      asked = false;
      run();
    }, milliseconds);
  };
  return () => {
    if (waiting) asked = true;
    else run();
  };
}
