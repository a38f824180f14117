import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetFrame, oncePerFrame } from '../../src/page/paint/oncePerFrame';

let frames: FrameRequestCallback[] = [];

const nextFrame = () => {
  const due = frames;
  frames = [];
  for (const callback of due) callback(0);
};

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
});

afterEach(() => {
  nextFrame();
  vi.unstubAllGlobals();
});

it('paints each key once a frame, with what was asked for last', () => {
  const [first, second] = [{}, {}];
  const painted: string[] = [];
  oncePerFrame(first, () => painted.push('first, old'));
  oncePerFrame(second, () => painted.push('second'));
  oncePerFrame(first, () => painted.push('first, new'));
  expect(painted).toEqual([]);
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(painted).toEqual(['first, new', 'second']);
  nextFrame();
  expect(painted).toHaveLength(2);
});

it('leaves what is asked for during a frame to the next one', () => {
  const key = {};
  let count = 0;
  const again = () => {
    count += 1;
    if (count < 3) oncePerFrame(key, again);
  };
  oncePerFrame(key, again);
  nextFrame();
  expect(count).toBe(1);
  nextFrame();
  nextFrame();
  expect(count).toBe(3);
});

it('leaves what would hold a frame up to the next one, in order', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const painted: number[] = [];
  for (const key of [0, 1, 2, 3])
    oncePerFrame({}, () => {
      now += 8;
      painted.push(key);
    });
  nextFrame();
  expect(painted).toEqual([0, 1]);
  nextFrame();
  expect(painted).toEqual([0, 1, 2, 3]);
  expect(frames).toHaveLength(0);
  vi.restoreAllMocks();
});

it('does not paint what an earlier painting of the same frame has forgotten', () => {
  const [first, second] = [{}, {}];
  const paint = vi.fn();
  oncePerFrame(first, () => forgetFrame(second));
  oncePerFrame(second, paint);
  nextFrame();
  expect(paint).not.toHaveBeenCalled();
});

it('forgets what nobody wants any more', () => {
  const key = {};
  const paint = vi.fn();
  oncePerFrame(key, paint);
  forgetFrame(key);
  nextFrame();
  expect(paint).not.toHaveBeenCalled();
});

it('paints what stands behind a painting that fails in the next frame, and goes on', () => {
  const [broken, second, later] = [{}, {}, {}];
  const painted: string[] = [];
  oncePerFrame(broken, () => {
    throw new Error('no canvas');
  });
  oncePerFrame(second, () => painted.push('second'));
  expect(nextFrame).toThrow('no canvas');
  nextFrame();
  expect(painted).toEqual(['second']);
  oncePerFrame(later, () => painted.push('later'));
  nextFrame();
  expect(painted).toEqual(['second', 'later']);
});
