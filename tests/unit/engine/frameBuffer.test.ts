import { expect, test } from 'vitest';
import { FrameBuffer } from '../../../src/page/engine/frameBuffer';

const frame = (filter: number, step: number, done = false) => ({
  filter,
  step,
  objectives: [step],
  picture: { width: 1, height: 1, rgba: new Uint8ClampedArray(4) },
  dead: false,
  done,
  state: null,
  values: null,
});

test('a slow reader gets the newest frame of each filter with all objectives since the last', async () => {
  const buffer = new FrameBuffer();
  for (const next of [frame(1, 1), frame(2, 1), frame(1, 2), frame(1, 3, true)]) buffer.push(next);
  buffer.finish();
  expect(await buffer.take()).toMatchObject({ filter: 1, step: 3, objectives: [1, 2, 3], done: true });
  expect(await buffer.take()).toMatchObject({ filter: 2, step: 1, objectives: [1] });
  expect(await buffer.take()).toBeNull();
  expect(await buffer.take()).toBeNull();
});

test('a reader that waits gets the frame, the end, or the error', async () => {
  const buffer = new FrameBuffer();
  const first = buffer.take();
  buffer.push(frame(1, 1));
  expect(await first).toMatchObject({ step: 1 });
  const second = buffer.take();
  buffer.fail(new Error('lost'));
  await expect(second).rejects.toThrow('lost');
  buffer.push(frame(1, 2));
  buffer.finish();
  await expect(buffer.take()).rejects.toThrow('lost');
});

test('an error drops what was not read', async () => {
  const buffer = new FrameBuffer();
  buffer.push(frame(1, 1));
  buffer.fail(new Error('lost'));
  await expect(buffer.take()).rejects.toThrow('lost');
});
