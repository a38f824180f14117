import { afterEach, expect, test, vi } from 'vitest';
import { clearMask, endStroke, paintStroke } from '../../src/page/flows/masks/editMask';
import { exportMask } from '../../src/page/flows/masks/exportMask';
import { importMask } from '../../src/page/flows/masks/importMask';
import { seemsMask } from '../../src/page/intake/photo/seemsMask';
import { maskStore } from '../../src/page/state/mask';
import { noticesStore } from '../../src/page/state/notices';
import { maskPicture } from '../../src/shared/mask/maskPicture';
import { never } from './support/photos';

const saved = vi.hoisted(() => ({ files: [] as File[] }));
vi.mock('../../src/page/flows/saveFile', () => ({
  saveFile: (blob: Blob, name: string) => saved.files.push(new File([blob], name, { type: blob.type })),
}));

afterEach(() => {
  maskStore.setState(maskStore.getInitialState());
  noticesStore.setState({ notices: [] });
  saved.files.length = 0;
});

const pixels = () => maskPicture(maskStore.getState().strokes).rgba;
const isSame = (a: Uint8ClampedArray, b: Uint8ClampedArray) => a.length === b.length && a.every((v, i) => v === b[i]);

test('a mask that was saved as PNG comes back as it was', async () => {
  paintStroke({ kind: 'ellipse', box: { x: 0.1, y: -0.2, width: 0.7, height: 0.9 } });
  endStroke();
  const before = pixels();
  await exportMask();
  const [file] = saved.files;
  expect([file?.name, file?.type]).toEqual(['fovea-mask.png', 'image/png']);
  clearMask();
  expect(isSame(pixels(), before)).toBe(false);
  await importMask(never, file as File);
  expect(isSame(pixels(), before)).toBe(true);
  expect(noticesStore.getState().notices).toEqual([]);
  expect(await seemsMask(never, file as File)).toBe(true);
  maskStore.temporal.getState().undo();
  expect(maskStore.getState().strokes).toEqual([]);
});

test('a drawing on white is read by its darkness; what hides nothing or is no picture is refused', async () => {
  const canvas = new OffscreenCanvas(40, 20);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 40, 20);
  const white = await canvas.convertToBlob({ type: 'image/png' });
  context.fillStyle = '#222';
  context.fillRect(10, 5, 20, 10);
  await importMask(never, await canvas.convertToBlob({ type: 'image/png' }));
  const [notice] = noticesStore.getState().notices;
  expect(notice?.message).toMatch(/nothing in it is transparent.*40 × 20 pixels it is not square/);
  const shape = maskStore.getState().strokes[0]?.shape;
  expect(shape).toMatchObject({ kind: 'cells', width: 40, height: 20, box: { x: -0.5, y: 0, width: 2, height: 1 } });
  const cells = shape?.kind === 'cells' ? shape.cells : new Uint8Array(0);
  expect([cells.reduce((sum, cell) => sum + cell, 0), cells[5 * 40 + 10], cells[0]]).toEqual([200, 1, 0]);
  await expect(importMask(never, white)).rejects.toThrow('hides nothing');
  await expect(importMask(never, new File(['text'], 'mask.png'))).rejects.toThrow(
    'mask.png” is text, whatever its name',
  );
  const text = importMask(never, new File(['text'], 'text.txt'));
  await expect(text).rejects.toMatchObject({
    message: expect.stringContaining('is text, not a picture'),
    remedy: expect.stringMatching(/^Choose a mask: a PNG/),
  });
  maskStore.setState({ strokes: [] });
  await expect(exportMask()).rejects.toThrow('no mask');
});

test('a picture with anything but black on transparent is no mask by itself', async () => {
  const canvas = new OffscreenCanvas(40, 40);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  const seems = async (type = 'image/png') => seemsMask(never, await canvas.convertToBlob({ type }));
  expect(await seems()).toBe(false);
  context.fillRect(10, 10, 9, 9);
  expect(await seems()).toBe(true);
  expect(await seems('image/jpeg')).toBe(false);
  context.fillStyle = '#c86';
  context.fillRect(0, 0, 4, 4);
  expect(await seems()).toBe(false);
  context.fillStyle = '#000';
  context.fillRect(0, 0, 40, 40);
  expect(await seems()).toBe(false);
  expect(await seemsMask(never, new File(['text'], 'mask.png'))).toBe(false);
});
