import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPicture } from '../../src/page/paint/fitPicture';

const square = (side: number) => ({ width: side, height: side });

describe('fitPicture', () => {
  it('leaves pixels alone at their own size', () => {
    expect(fitPicture({ source: square(130), box: square(130) })).toEqual({
      x: 0,
      y: 0,
      width: 130,
      height: 130,
      enlarge: 1,
      resample: false,
    });
  });

  it('enlarges by whole numbers without resampling', () => {
    expect(fitPicture({ source: square(130), box: square(390) })).toMatchObject({ enlarge: 3, resample: false });
  });

  it('reaches a fractional factor from the next whole one', () => {
    expect(fitPicture({ source: square(130), box: square(350) })).toMatchObject({
      width: 350,
      enlarge: 3,
      resample: true,
    });
  });

  it('shrinks without enlarging first', () => {
    expect(fitPicture({ source: square(130), box: square(71) })).toMatchObject({
      width: 71,
      enlarge: 1,
      resample: true,
    });
  });

  it('centres what is narrower than the box', () => {
    expect(fitPicture({ source: { width: 100, height: 50 }, box: square(200) })).toMatchObject({
      x: 0,
      y: 50,
      height: 100,
    });
  });

  it('always lies in the box, touches two of its edges and is never made larger than enlarged', () => {
    const side = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(side, side, side, side, (sourceWidth, sourceHeight, boxWidth, boxHeight) => {
        const source = { width: sourceWidth, height: sourceHeight };
        const fit = fitPicture({ source, box: { width: boxWidth, height: boxHeight } });
        expect(fit.x).toBeGreaterThanOrEqual(0);
        expect(fit.y).toBeGreaterThanOrEqual(0);
        expect(fit.x + fit.width).toBeLessThanOrEqual(boxWidth);
        expect(fit.y + fit.height).toBeLessThanOrEqual(boxHeight);
        expect(fit.width === boxWidth || fit.height === boxHeight).toBe(true);
        expect(fit.width).toBeLessThanOrEqual(sourceWidth * fit.enlarge);
        expect(fit.height).toBeLessThanOrEqual(sourceHeight * fit.enlarge);
      }),
    );
  });
});
