/**
 * In the page: makes a JPEG of quality 90 in this size from a smaller one, which fills it, and keeps it. Resolves to
 * the address that it can be fetched from.
 * @param {{ jpeg: string, size: readonly [number, number] }} input the smaller one in base64
 * @returns {Promise<string>}
 */
export async function makeLargePhoto({ jpeg, size: [width, height] }) {
  const bytes = Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0));
  const small = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  context.imageSmoothingQuality = 'high';
  const scale = Math.max(width / small.width, height / small.height);
  const [w, h] = [small.width * scale, small.height * scale];
  context.drawImage(small, (width - w) / 2, (height - h) / 2, w, h);
  small.close();
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }));
}
