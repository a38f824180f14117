import type { Picture } from '../../../shared/ascent';

/**
 * What is painted of a photo, from its reduced picture: browsers resample a photo at once and in the thread that paints
 * it, which keeps input waiting. Belongs to the caller.
 */
export async function makeView(signal: AbortSignal, { rgba, width, height }: Picture): Promise<ImageBitmap> {
  const view = await createImageBitmap(new ImageData(rgba, width, height));
  if (!signal.aborted) return view;
  view.close();
  throw signal.reason;
}
