/** The painters on a real canvas: which pixel gets which colour. */
import { describe, expect, it } from 'vitest';
import { colourTable, entryOf } from '../../../src/page/paint/colourMaps';
import { paintColourBar } from '../../../src/page/paint/paintColourBar';
import { paintFace } from '../../../src/page/paint/paintFace';
import { paintHeat } from '../../../src/page/paint/paintHeat';

const table = colourTable('viridis');
const colourAt = (share: number) => [...table.subarray(entryOf(share), entryOf(share) + 3)];
/** Over white: the colour of a share of the scale, as opaque as the share to the power of 0.8. */
const seenAt = (share: number, opacity = 1) => {
  const alpha = opacity * share ** 0.8;
  return colourAt(share).map((value) => 255 * (1 - alpha) + value * alpha);
};

function board(width: number, height: number) {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const pixel = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)];
  return { context, pixel, place: { x: 0, y: 0, width, height } };
}

const map = (width: number, height: number, ...values: number[]) => ({
  width,
  height,
  values: Float32Array.from(values),
  signed: false,
});

function expectNear(colour: readonly number[], wanted: readonly number[], tolerance = 2) {
  for (const [i, value] of colour.entries())
    expect(Math.abs(value - (wanted[i] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
}

describe('paintHeat', () => {
  it.each([true, false])('a map of one cell gives one flat colour (smooth: %s)', (smooth) => {
    const { context, pixel, place } = board(20, 20);
    paintHeat({ context, map: map(1, 1, 0.5), table, low: 0, high: 1, opacity: 1, smooth, place });
    for (const at of [0, 10, 19]) expectNear(pixel(at, 19 - at), seenAt(0.5));
  });

  it('per cell, colours change at the very edge between two cells', () => {
    const { context, pixel, place } = board(30, 20);
    paintHeat({
      context,
      map: map(3, 2, 0, 0.5, 1, 1, 0.5, 0),
      table,
      low: 0,
      high: 1,
      opacity: 1,
      smooth: false,
      place,
    });
    const upper = [pixel(9, 9), pixel(10, 9), pixel(19, 9), pixel(20, 9)];
    const lower = [pixel(9, 10), pixel(10, 10), pixel(20, 19)];
    for (const [i, share] of [0, 0.5, 0.5, 1].entries()) expectNear(upper[i] ?? [], seenAt(share));
    for (const [i, share] of [1, 0.5, 0].entries()) expectNear(lower[i] ?? [], seenAt(share));
  });

  it('smooth, values between two cells’ middles are mixed, not their colours', () => {
    const { context, pixel, place } = board(256, 1);
    paintHeat({ context, map: map(2, 1, 0, 1), table, low: 0, high: 1, opacity: 1, smooth: true, place });
    expectNear(pixel(10, 0), seenAt(0));
    expectNear(pixel(127, 0), seenAt((127.5 - 64) / 128));
    expectNear(pixel(250, 0), seenAt(1));
  });

  it('lets through what its opacity leaves', () => {
    const { context, pixel, place } = board(4, 4);
    paintHeat({ context, map: map(1, 1, 1), table, low: 0, high: 1, opacity: 0.25, smooth: false, place });
    const wanted = colourAt(1).map((value) => 255 * 0.75 + value * 0.25);
    expectNear(pixel(1, 1), wanted);
  });

  it('leaves the face as it is where there is no heat; of a signed map that is the middle', () => {
    const { context, pixel, place } = board(30, 2);
    const signed = { ...map(3, 1, -2, 0, 2), signed: true };
    paintHeat({ context, map: signed, table, low: -2, high: 2, opacity: 0.5, smooth: false, place });
    expect(pixel(15, 1)).toEqual([255, 255, 255]);
    for (const [x, share] of [
      [5, 0],
      [25, 1],
    ] as const)
      expectNear(
        pixel(x, 1),
        colourAt(share).map((value) => (255 + value) / 2),
      );
  });
});

describe('paintColourBar', () => {
  it('has the colours of the map from left to right, over squares', () => {
    const { context, pixel } = board(256, 4);
    paintColourBar({ context, table, signed: false, opacity: 0.9, x: 0, y: 0, width: 256, height: 4 });
    // Squares of two pixels: of two that touch one is light and one dark.
    const [light, dark] = [pixel(0, 0), pixel(0, 2)];
    expect((light[0] ?? 0) - (dark[0] ?? 0)).toBeGreaterThan(30);
    for (const x of [64, 128, 252, 253]) {
      const alpha = 0.9 * (x / 255) ** 0.8;
      const colour = [...table.subarray(x * 3, x * 3 + 3)];
      const square = Math.floor(x / 2) % 2 === 0 ? 0xe8 : 0xb4;
      expectNear(
        pixel(x, 0),
        colour.map((value) => value * alpha + square * (1 - alpha)),
        3,
      );
    }
  });

  it('shows the squares in the middle of a signed scale, and is as strong at both ends', () => {
    const { context, pixel } = board(256, 4);
    paintColourBar({ context, table, signed: true, opacity: 1, x: 0, y: 0, width: 256, height: 4 });
    for (const x of [0, 255]) expectNear(pixel(x, 0), [...table.subarray(x * 3, x * 3 + 3)]);
    expectNear(pixel(128, 0), [0xe8, 0xe8, 0xe8], 6);
  });
});

describe('paintFace', () => {
  const picture = { width: 2, height: 2, rgba: new Uint8ClampedArray(16).fill(255) };
  const scale = { low: 0, high: 1, colours: 'viridis', empty: null } as const;
  const heat = { map: map(1, 1, 1), scale, opacity: 1, smooth: false };
  const painted = (over: Parameters<typeof paintFace>[0]['heat']) => {
    const canvas = document.createElement('canvas');
    paintFace({ canvas, picture, heat: over, box: { width: 8, height: 8 } });
    expect([canvas.width, canvas.height]).toEqual([8, 8]);
    return [...(canvas.getContext('2d')?.getImageData(4, 4, 1, 1).data.subarray(0, 3) ?? [])];
  };

  it('lays the heat over the pixels, and leaves them alone without heat or where there is none to show', () => {
    expect(painted(heat)).toEqual(colourAt(1));
    expect(painted(null)).toEqual([255, 255, 255]);
    expect(painted({ ...heat, scale: { ...scale, empty: 'zero' } })).toEqual([255, 255, 255]);
  });
});
