/** Stops waiting when the signal aborts; a bitmap that arrives after that is freed. */
export function decode(signal: AbortSignal, source: ImageBitmapSource): Promise<ImageBitmap> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    createImageBitmap(source, {
      imageOrientation: 'from-image',
      premultiplyAlpha: 'default',
      colorSpaceConversion: 'default',
    })
      .then((bitmap) => {
        if (signal.aborted) bitmap.close();
        else resolve(bitmap);
      }, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
