import { dataUrl } from './dataUrl';

/** What is painted on a canvas of this size, as a PNG's data URL. */
export async function pngUrl(
  width: number,
  height: number,
  paint: (context: OffscreenCanvasRenderingContext2D) => void,
): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  paint(context);
  return dataUrl(await canvas.convertToBlob({ type: 'image/png' }));
}
