/**
 * In the page: drops the photo at this address on the window, as a user does, and waits for its heat map.
 * @param {string} address
 * @returns {Promise<import('./timeFaces.mjs').FaceTimes>}
 */
export async function showAndTime(address) {
  const file = new File([await (await fetch(address)).blob()], 'large.jpg', { type: 'image/jpeg' });
  /** @type {number[]} */
  const longTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  const label = () => document.querySelector('[aria-label^="The face as the network gets it"]')?.ariaLabel ?? '';
  const explained = () => label().includes('heat map');
  const named = () => document.body.innerText.includes('The network’s answers, not facts');
  /** @param {() => boolean} test @returns {Promise<number>} */
  const reached = (test) =>
    new Promise((resolve) => {
      const look = () => (test() ? resolve(performance.now() - begun) : requestAnimationFrame(look));
      look();
    });
  // Making the file is not what is timed.
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  const photo = await reached(() => label() !== '' && !explained());
  const name = await reached(named);
  const heat = await reached(explained);
  // A task is told when it is over.
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { photo, name, heat, longTasks: longTasks.sort((a, b) => b - a) };
}
