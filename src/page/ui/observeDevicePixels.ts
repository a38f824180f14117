import type { Size } from '../paint/fitPicture';

/** Tells an element's size in device pixels now and at every change, zoom included. Returns the unsubscriber. */
export function observeDevicePixels(element: Element, tell: (size: Size) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const exact = entry.devicePixelContentBoxSize?.[0];
    tell({
      width: snap(entry.contentRect.width, exact?.inlineSize),
      height: snap(entry.contentRect.height, exact?.blockSize),
    });
  });
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    // Safari knows no device-pixel box.
    observer.observe(element);
  }
  return () => observer.disconnect();
}

/**
 * The browser knows to which whole number of pixels it rounds a length; where it says something else altogether (an
 * emulated screen counts in the host's pixels), the ratio is right.
 */
function snap(length: number, exact: number | undefined): number {
  const estimate = length * window.devicePixelRatio;
  return exact !== undefined && Math.abs(exact - estimate) < 1 ? exact : Math.round(estimate);
}
