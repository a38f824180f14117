/**
 * In the page: waits for the pointer to be lifted, and then for the answer to what was painted. `answered` resolves to
 * the milliseconds from the event's own time to the frame after the one in which the bench has settled: name and map
 * stand there, and the canvas is painted.
 * @returns {{ answered: Promise<number> }}
 */
export function armStrokeClock() {
  const settled = () => document.querySelector('h1[aria-busy]')?.getAttribute('aria-busy') === 'false';
  const mapped = () => document.querySelector('[aria-label$="under the mask"]') !== null;
  const answered = new Promise((/** @type {(taken: number) => void} */ resolve) => {
    /** @param {Event} event */
    const lifted = ({ timeStamp }) => {
      const look = () => {
        if (!settled() || !mapped()) requestAnimationFrame(look);
        else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)));
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('pointerup', lifted, { once: true, capture: true });
  });
  return { answered };
}
