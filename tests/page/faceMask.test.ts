import { expect, test } from 'vitest';
import { paintFaceMask } from '../../src/page/paint/people/paintFaceMask';
import type { FillKind } from '../../src/shared/mask';

const side = 64;

/** Luma of a pixel of the mask of a box over the face square's upper left quarter, with half a square around it. */
function paint(fill: FillKind, erase = false): (x: number, y: number) => number {
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (context === null) throw new Error('No 2D canvas.');
  const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
  const strokes = [{ shape: { kind: 'rectangle', box }, erase: false, fill } as const];
  const opened = [{ shape: { kind: 'rectangle', box: { ...box, width: 0.25 } }, erase: true, fill } as const];
  paintFaceMask({ context, mask: erase ? [...strokes, ...opened] : strokes, margin: 0.5, side });
  return (x, y) => context.getImageData(x, y, 1, 1).data[0] as number;
}

// The face square is the canvas's middle half: 16 to 48 pixels.
test.each<FillKind>(['black', 'mean', 'blur', 'noise', 'other'])('what is hidden is dark, filled with %s', (fill) => {
  const at = paint(fill);
  expect(at(20, 20)).toBeLessThan(90);
  for (const [x, y] of [
    [12, 12],
    [40, 20],
    [24, 56],
  ] as const)
    expect(at(x, y)).toBeGreaterThan(200);
});

test('what an eraser opened is open', () => {
  const at = paint('black', true);
  expect(at(19, 28)).toBeGreaterThan(200);
  expect(at(28, 28)).toBeLessThan(200);
});
