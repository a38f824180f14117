import type { Size } from '../paint/fitPicture';

/** Tells an element's size in device pixels now and at every change, zoom included. Returns the unsubscriber. */
export function observeDevicePixels(element: Element, tell: (size: Size) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const exact = entry.devicePixelContentBoxSize?.[0];
    const ratio = window.devicePixelRatio;
    tell({
      width: exact?.inlineSize ?? Math.round(entry.contentRect.width * ratio),
      height: exact?.blockSize ?? Math.round(entry.contentRect.height * ratio),
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
