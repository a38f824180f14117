import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAfterKey, boxBetween, isMeant, middleBox } from '../../src/page/parts/photo/boxDrawing';

const photo = { width: 400, height: 200 };
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('a box over a photo', () => {
  it('lies between two corners, whichever was first, and within the photo', () => {
    const wanted = { x: 10, y: 20, width: 390, height: 100 };
    expect(boxBetween({ x: 10, y: 120 }, { x: 900, y: 20 }, photo)).toEqual(wanted);
    expect(boxBetween({ x: 900, y: 20 }, { x: 10, y: 120 }, photo)).toEqual(wanted);
  });

  it('is not meant where it is a click', () => {
    expect(isMeant(boxBetween({ x: 10, y: 10 }, { x: 12, y: 60 }, photo), photo)).toBe(false);
    expect(isMeant(boxBetween({ x: 10, y: 10 }, { x: 30, y: 60 }, photo), photo)).toBe(true);
  });

  it('moves with the arrows, and with Shift gets another size', () => {
    const box = middleBox(photo);
    expect(box).toEqual({ x: 150, y: 50, width: 100, height: 100 });
    expect(boxAfterKey(box, key('ArrowLeft'), photo)).toEqual({ ...box, x: 146 });
    expect(boxAfterKey(box, key('ArrowDown', true), photo)).toEqual({ ...box, height: 104 });
    expect(boxAfterKey(box, key('Enter'), photo)).toBeNull();
  });

  it('never leaves the photo, whatever is pressed', () => {
    const presses = fc.array(
      fc.record({ key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), shiftKey: fc.boolean() }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(presses, (all) => {
        const box = all.reduce((now, press) => boxAfterKey(now, press, photo) ?? now, middleBox(photo));
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(photo.width + 1e-9);
        expect(box.y + box.height).toBeLessThanOrEqual(photo.height + 1e-9);
        expect(isMeant(box, photo)).toBe(true);
      }),
    );
  });
});
