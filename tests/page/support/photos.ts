const addresses = import.meta.glob<string>('../../fixtures/photos/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const never = new AbortController().signal;

/** A file of tests/fixtures/photos, with a type that tells nothing. */
export async function fixture(name: string): Promise<File> {
  const address = addresses[`../../fixtures/photos/${name}`];
  if (address === undefined) throw new Error(`No fixture ${name}.`);
  return new File([await (await fetch(address)).blob()], name, { type: 'application/octet-stream' });
}

export type Rgb = readonly [number, number, number];
export const red: Rgb = [220, 40, 40];
export const green: Rgb = [40, 160, 60];
export const blue: Rgb = [40, 60, 200];
export const yellow: Rgb = [240, 200, 40];
export const white: Rgb = [255, 255, 255];

/** Luma with BT.709's weights, by which ImageMagick makes a picture grey. */
export const grey = ([r, g, b]: Rgb): Rgb =>
  [0, 0, 0].map(() => 0.2126 * r + 0.7152 * g + 0.0722 * b) as unknown as Rgb;
/** A colour at half its alpha over white. */
export const halved = (colour: Rgb): Rgb => colour.map((value) => (value + 255) / 2) as unknown as Rgb;

/** Draws without the code under test: the middle of each quadrant, read from a canvas that starts transparent. */
export function quadrants(bitmap: ImageBitmap): number[][] {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  return places.map(([x, y]) => {
    const at = [Math.floor(x * bitmap.width), Math.floor(y * bitmap.height)] as const;
    return [...context.getImageData(...at, 1, 1).data];
  });
}

/** Largest difference of a channel; alpha has to be 255. */
export function distance(found: readonly number[][], expected: readonly Rgb[]): number {
  const differences = expected.flatMap((colour, i) =>
    [...colour, 255].map((value, c) => Math.abs((found[i]?.[c] ?? Number.NaN) - value)),
  );
  return Math.max(...differences);
}
