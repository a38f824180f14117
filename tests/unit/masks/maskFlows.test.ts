import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  chooseFill,
  chooseTool,
  clearMask,
  endStroke,
  isUnderWay,
  paintStroke,
  redoStroke,
  replaceMask,
  undoStroke,
} from '../../../src/page/flows/masks/editMask';
import { chooseExplainedTarget, followMask } from '../../../src/page/flows/masks/followMask';
import { forgetMasks } from '../../../src/page/flows/masks/forgetMasks';
import { takeIn } from '../../../src/page/flows/masks/intakeWork';
import { stopMasked } from '../../../src/page/flows/masks/maskChanged';
import { adjustReady, endAdjusting, faceLandmarks, toggleReady } from '../../../src/page/flows/masks/placeReady';
import { mapRange } from '../../../src/page/paint/mapRange';
import {
  addCorner,
  beginStroke,
  extendStroke,
  leaveStroke,
  liftStroke,
} from '../../../src/page/panels/masks/canvas/strokes';
import { explanationStore } from '../../../src/page/state/explanation';
import { facesStore } from '../../../src/page/state/faces';
import { activeTool, maskStore } from '../../../src/page/state/mask';
import { maskCursorStore } from '../../../src/page/state/maskCursor';
import { maskResultsStore } from '../../../src/page/state/maskResults';
import { noticesStore } from '../../../src/page/state/notices';
import type { IdentityHead } from '../../../src/shared/explain';
import { apply } from '../../../src/shared/geometry/affine';
import { meanShape } from '../../../src/shared/geometry/meanShape';
import type { MaskShape } from '../../../src/shared/mask';
import { compareAnswers } from '../../../src/shared/mask/compareAnswers';
import {
  type AskedCall,
  explanationOf,
  FakeEngine,
  grey,
  recognitionOf,
  resetStores,
  showFace,
  side,
  toPixels,
} from './fakeBench';

const at = vi.hoisted(() => ({ engine: null as unknown }));
vi.mock('../../../src/page/engine/instance', () => ({ engine: () => at.engine }));

let engine: FakeEngine;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const box = (width: number): MaskShape => ({ kind: 'rectangle', box: { x: 0, y: 0, width, height: 1 } });
/** Rows of the fake crop whose middles lie in the face square. */
const rows = 16;
const hiddenPixels = (input: { rgba: Uint8ClampedArray }) =>
  input.rgba.filter((value, i) => i % 4 === 0 && value === 0).length;
const widths = () => engine.calls('recognise').map(({ request }) => hiddenPixels(request.input));
function present<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing is there.');
  return value;
}
const results = () => maskResultsStore.getState();
const paint = (width: number) => {
  paintStroke(box(width));
  endStroke();
};

beforeEach(() => {
  vi.useFakeTimers();
  engine = new FakeEngine();
  at.engine = engine;
  resetStores();
  showFace();
});
afterEach(() => {
  stopMasked();
  vi.useRealTimers();
});

test('while a stroke is painted one recognition and one explanation are under way; at its end the last one counts', async () => {
  for (const width of [0.1, 0.2, 0.3, 0.4]) {
    paintStroke(box(width));
    await pass(5);
  }
  expect(engine.asked.map(({ name }) => name)).toEqual(['recognise', 'explain']);
  expect(results()).toMatchObject({ working: true, recognised: null });
  // What is drawn keeps up all the same.
  expect(results().masked?.raster.filter((value) => value !== 0)).toHaveLength(6 * rows);
  engine.calls('recognise')[0]?.answer(recognitionOf([4, 2, 1]));
  await pass(0);
  // The newest stroke wins; those between were never asked about.
  expect(widths()).toEqual([1 * rows, 6 * rows]);
  expect(engine.calls('explain')).toHaveLength(1);
  endStroke();
  await pass(0);
  // The end hurries: the explanation of the first point is broken off, the recognition of the last one goes on.
  expect(engine.calls('recognise').map(({ signal }) => signal.aborted)).toEqual([false, false]);
  expect(engine.calls('explain').map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(engine.calls('explain')[1]?.request.input).toBe(results().masked?.input);
  expect(engine.calls('recognise')[1]?.request.input).toBe(results().masked?.input);
  engine.calls('recognise')[1]?.answer(recognitionOf([1, 3, 1]));
  engine.calls('explain')[1]?.answer(explanationOf(7));
  await pass(0);
  expect(results().working).toBe(false);
  const { masked, recognised, explained } = results();
  expect(recognised?.masked).toBe(masked);
  expect(explained?.masked).toBe(masked);
  const { shown } = explanationStore.getState();
  expect(mapRange([shown, explained].map((one) => present(one).map))).toEqual([0, 7]);
  const answers = compareAnswers(present(facesStore.getState().recognition), present(recognised).recognition);
  expect(answers.map(({ label, after, logitChange }) => [label, after.rank, logitChange])).toEqual([
    ['Ada', 2, -4],
    ['Bo', 1, 1],
    ['Cy', 3, 0],
  ]);
  expect(maskStore.getState()).toMatchObject({ draft: null, strokes: [{ shape: box(0.4), fill: 'black' }] });
});

test('an answer to an older mask never takes the place of a newer one', async () => {
  paint(0.2);
  await pass(0);
  paint(0.5);
  await pass(0);
  const [old, now] = engine.calls('recognise');
  now?.answer(recognitionOf([1, 9, 1]));
  await pass(0);
  old?.answer(recognitionOf([9, 1, 1]));
  await pass(0);
  expect(results().recognised?.recognition.identity?.scores[1]?.logit).toBe(9);
});

test('explains the first name, or whoever is named under the mask', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 7]) : explanationOf(1));
  paint(0.3);
  await pass(0);
  expect(results().explained?.targetLabel).toBe('Ada');
  chooseExplainedTarget('new');
  await pass(0);
  expect(results().explained?.targetLabel).toBe('Cy');
  expect(engine.calls('explain').map(({ request }) => request.target.index)).toEqual([0, 2]);
  // References are for recognising alone.
  const references = (name: string, of: (call: AskedCall) => IdentityHead) =>
    engine.calls(name).map((call) => of(call).references.length);
  expect(references('explain', ({ request }) => request.target.head)).toEqual([0, 0]);
  expect(references('recognise', ({ request }) => request.head)).toEqual([6, 6]);
  expect(results().explained?.masked).toBe(results().masked);
});

test('every finished stroke is logged once, with its answer', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2], true) : explanationOf(1));
  paint(0.3);
  await pass(0);
  expect(results().log).toHaveLength(1);
  expect(results().log[0]).toMatchObject({
    network: 'a',
    method: 'grad-cam',
    layer: 'conv',
    answer: { index: -1, name: null, nearest: 'Bo' },
    firstName: 'Ada',
    logitChange: -4,
    firstRank: 3,
    thumbnail: { width: side, height: side },
  });
  expect(results().log[0]?.covered).toBeCloseTo((5 * rows) / 400);
  chooseExplainedTarget('new');
  await pass(1000);
  expect(results().log).toHaveLength(1);
  // A stroke that is not finished is no try.
  paintStroke(box(0.8));
  await pass(2000);
  expect(results().log).toHaveLength(1);
});

test('strokes in quick succession are logged one by one, each with its own mask', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  for (const width of [0.3, 0.4, 0.5]) {
    paint(width);
    await pass(10);
  }
  const { strokes } = maskStore.getState();
  expect(results().log.map(({ mask }) => mask)).toEqual([1, 2, 3].map((count) => strokes.slice(0, count)));
});

test('an answer that comes under the next stroke is logged with the mask it belongs to', async () => {
  paint(0.3);
  await pass(0);
  paintStroke(box(0.6));
  await pass(0);
  engine.calls('recognise')[0]?.answer(recognitionOf([1, 3, 2]));
  await pass(0);
  const { strokes } = maskStore.getState();
  expect(results().log.map(({ mask }) => mask)).toEqual([strokes]);
  expect(strokes).toHaveLength(1);
});

test('a mask that is moved step by step is logged at rest, or when something else follows', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  toggleReady('nose');
  await pass(0);
  expect(results().log).toHaveLength(1);
  for (const dx of [0.05, 0.1, 0.15]) {
    adjustReady({ dx });
    await pass(300);
  }
  expect(results().log).toHaveLength(1);
  await pass(400);
  expect(results().log).toHaveLength(2);
  adjustReady({ dx: 0.2 });
  await pass(100);
  const { strokes } = maskStore.getState();
  paint(0.1);
  await pass(0);
  expect(
    results()
      .log.slice(2)
      .map(({ mask }) => mask),
  ).toEqual([strokes, maskStore.getState().strokes]);
});

test('a mask that lies beside the face hides nothing, and is not logged', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  toggleReady('nose');
  await pass(0);
  adjustReady({ dx: 5 });
  await pass(1000);
  expect(results().masked?.raster.every((value) => value === 0)).toBe(true);
  expect(results().log).toHaveLength(1);
});

test('a mask that could not be tried is not logged, nor with the answer before', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  paint(0.3);
  await pass(0);
  chooseFill('other');
  paint(0.6);
  await pass(2000);
  expect(results().problem).not.toBeNull();
  expect(results().log).toHaveLength(1);
});

test('every stroke is undone and redone, clearing too; a stroke takes what was undone away', async () => {
  for (const width of [0.2, 0.4]) {
    for (const part of [0.5, 1]) paintStroke(box(width * part));
    endStroke();
  }
  chooseTool('eraser');
  chooseFill('mean');
  paint(0.1);
  const strokes = () => maskStore.getState().strokes.map(({ shape, erase }) => [shape, erase]);
  const all = [
    [box(0.2), false],
    [box(0.4), false],
    [box(0.1), true],
  ];
  expect(strokes()).toEqual(all);
  clearMask();
  await pass(0);
  expect([strokes(), results().masked, results().working]).toEqual([[], null, false]);
  for (const left of [3, 2, 1, 0]) {
    undoStroke();
    expect(strokes()).toEqual(all.slice(0, left));
  }
  undoStroke();
  expect(strokes()).toEqual([]);
  redoStroke();
  redoStroke();
  expect(strokes()).toEqual(all.slice(0, 2));
  paint(0.7);
  redoStroke();
  expect(strokes()).toEqual([...all.slice(0, 2), [box(0.7), true]]);
  // The tool is no part of the history.
  expect(maskStore.getState()).toMatchObject({ tool: 'eraser', fill: 'mean' });
});

const corners = (count: number) => {
  for (const x of [0.1, 0.5, 0.9].slice(0, count)) addCorner({ x, y: x * x });
};

test.each([
  ['a polygon', 'polygon', () => corners(3)],
  ['two corners of a polygon', 'polygon', () => corners(2)],
  ['the first corner of a box', 'rectangle', () => beginStroke({ x: 0.1, y: 0.1 })],
  ['a line', 'brush', () => beginStroke({ x: 0.1, y: 0.1 })],
] as const)('undo takes back %s that is under way, and no more', (_, tool, begin) => {
  paint(0.2);
  chooseTool(tool);
  begin();
  expect(isUnderWay()).toBe(true);
  undoStroke();
  expect(isUnderWay()).toBe(false);
  expect(maskStore.getState()).toMatchObject({ draft: null, strokes: [{ shape: box(0.2) }] });
  undoStroke();
  expect(maskStore.getState().strokes).toEqual([]);
});

test.each([
  ['a ready-made mask', () => toggleReady('nose')],
  ['a mask from the log', () => replaceMask([])],
  ['clearing', () => clearMask()],
])('%s ends what is under way', (_, act) => {
  chooseTool('polygon');
  corners(3);
  act();
  expect(isUnderWay()).toBe(false);
});

test('who leaves the canvas ends a line, takes a box back, and finds a polygon again', () => {
  beginStroke({ x: 0.1, y: 0.1 });
  leaveStroke();
  expect(maskStore.getState()).toMatchObject({ draft: null, strokes: [{ shape: { kind: 'brush' } }] });
  chooseTool('ellipse');
  beginStroke({ x: 0.1, y: 0.1 });
  extendStroke([{ x: 0.5, y: 0.5 }]);
  leaveStroke();
  expect(isUnderWay()).toBe(false);
  expect(maskStore.getState().strokes).toHaveLength(1);
  chooseTool('polygon');
  addCorner({ x: 0.1, y: 0.1 });
  leaveStroke();
  expect(maskCursorStore.getState().corners).toHaveLength(1);
});

test('a ready-made mask lies on the landmarks and is adjusted in place, one undo for each way of it', () => {
  const landmarks = meanShape.map(({ x, y }) => ({ x: 30 + 100 * (x + 0.02), y: 40 + 100 * y }));
  const face = { box: { x: 0, y: 0, width: 1, height: 1 }, landmarks, score: 1 };
  facesStore.setState({
    photo: { id: 1, name: 'p', width: 200, height: 200, view: null as unknown as ImageBitmap, faces: [face] },
  });
  faceLandmarks()?.forEach((point, i) => {
    expect(point.x).toBeCloseTo((meanShape[i]?.x ?? 0) + 0.02, 9);
    expect(point.y).toBeCloseTo(meanShape[i]?.y ?? 0, 9);
  });
  paint(0.1);
  toggleReady('glasses');
  const placed = maskStore.getState().strokes;
  expect(placed).toHaveLength(6);
  adjustReady({ grow: 0.5 }, 'slider');
  adjustReady({ dx: 0.1 });
  const adjusted = maskStore.getState();
  expect(adjusted.ready).toMatchObject({ id: 'glasses', grow: 0.5, dx: 0.1, dy: 0, strokes: 5 });
  expect(adjusted.strokes[0]).toBe(placed[0]);
  const centre = (strokes: typeof placed) => {
    const [right, left] = strokes.slice(1, 3).map(({ shape }) => (shape.kind === 'ellipse' ? shape.box : null));
    return ((right?.x ?? 0) + (left?.x ?? 0) + (left?.width ?? 0)) / 2;
  };
  expect(centre(adjusted.strokes) - centre(placed)).toBeCloseTo(0.1, 9);
  undoStroke();
  undoStroke();
  expect(maskStore.getState().strokes).toEqual(placed);
  undoStroke();
  expect(maskStore.getState()).toMatchObject({ strokes: placed.slice(0, 1), ready: null });
  for (let i = 0; i < 3; i++) redoStroke();
  expect(maskStore.getState().strokes).toEqual(adjusted.strokes);
  expect(maskStore.getState().ready?.dx).toBe(0.1);
  paint(0.2);
  const before = maskStore.getState().strokes;
  adjustReady({ grow: -1 });
  expect(maskStore.getState().strokes).toBe(before);
});

test('placing, growing, moving by keys and dragging are undone one by one, each run as a whole', async () => {
  const placement = () => {
    const { ready } = maskStore.getState();
    return ready && [ready.grow, ready.dx].map((value) => Math.round(100 * value) / 100);
  };
  toggleReady('eye-bar');
  for (const grow of [0.1, 0.2, 0.3]) {
    adjustReady({ grow }, 'slider', true);
    await pass(3000);
  }
  endAdjusting();
  adjustReady({ grow: 0.5 }, 'slider', true);
  endAdjusting();
  for (const dx of [0.01, 0.02]) {
    adjustReady({ dx });
    await pass(200);
  }
  await pass(2000);
  for (const dx of [0.03, 0.04]) adjustReady({ dx });
  beginStroke({ x: 0.5, y: 0.5 });
  extendStroke([
    { x: 0.6, y: 0.5 },
    { x: 0.7, y: 0.5 },
  ]);
  liftStroke({ x: 0.7, y: 0.5 });
  expect(placement()).toEqual([0.5, 0.24]);
  // A pointer that comes down and does not move changes nothing.
  beginStroke({ x: 0.5, y: 0.5 });
  liftStroke({ x: 0.5, y: 0.5 });
  const seen: unknown[] = [];
  for (let i = 0; i < 6; i++) {
    undoStroke();
    seen.push(placement());
  }
  expect(seen).toEqual([[0.5, 0.04], [0.5, 0.02], [0.5, 0], [0.3, 0], [0, 0], null]);
  expect(maskStore.getState().strokes).toEqual([]);
});

test('a ready-made mask goes on the face and off it, moves until another tool is chosen, and is filled anew', () => {
  toggleReady('eye-bar');
  toggleReady('nose');
  expect(activeTool()).toBe('move');
  const origins = () => [...new Set(maskStore.getState().strokes.map(({ from }) => from))];
  expect(origins()).toEqual(['eye-bar', 'nose']);
  const fillsOf = (id: string) =>
    new Set(
      maskStore
        .getState()
        .strokes.filter(({ from }) => from === id)
        .map(({ fill }) => fill),
    );
  chooseFill('noise');
  expect([fillsOf('eye-bar'), fillsOf('nose')]).toEqual([new Set(['black']), new Set(['noise'])]);
  undoStroke();
  expect([fillsOf('nose'), maskStore.getState().fill]).toEqual([new Set(['black']), 'black']);
  redoStroke();
  expect([fillsOf('nose'), maskStore.getState().fill]).toEqual([new Set(['noise']), 'noise']);
  toggleReady('eye-bar');
  expect([origins(), activeTool()]).toEqual([['nose'], 'move']);
  adjustReady({ dx: 0.1 });
  expect([origins(), fillsOf('nose')]).toEqual([['nose'], new Set(['noise'])]);
  chooseTool('rectangle');
  expect(activeTool()).toBe('rectangle');
  toggleReady('nose');
  expect([maskStore.getState().strokes, activeTool()]).toEqual([[], 'rectangle']);
});

test('a mask that is undone, done again or put back is no new row of the log; on another face it is', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  paint(0.3);
  await pass(0);
  paint(0.5);
  await pass(0);
  const { strokes } = maskStore.getState();
  for (const change of [undoStroke, redoStroke, clearMask, () => replaceMask(strokes)]) {
    change();
    await pass(0);
  }
  expect(results().log.map(({ name }) => name)).toEqual(['Rectangle', '2 strokes']);
  const { crop } = facesStore.getState();
  if (crop === null) throw new Error('There is no face.');
  facesStore.setState({ crop: { ...crop, choice: { kind: 'face', index: 1 } } });
  replaceMask([...strokes]);
  await pass(0);
  expect(results().log.map(({ face }) => face)).toEqual(['Face 1', 'Face 1', 'Face 2']);
});

test('the mask follows to another face, network and method while the bench is in view', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  paint(0.3);
  const end = followMask();
  await pass(0);
  explanationStore.setState({ method: 'layer-cam' });
  await pass(0);
  expect(engine.calls('explain').at(-1)?.request.method).toBe('layer-cam');
  const crop = showFace();
  await pass(0);
  expect(results().masked?.open).toBe(crop.input);
  expect(engine.calls('recognise').at(-1)?.request.input).toBe(results().masked?.input);
  // Another network's crop with the old head: its own answer comes first.
  const asked = engine.asked.length;
  facesStore.setState({ crop: { ...crop, network: 'b', input: grey(50) } });
  paint(0.4);
  await pass(0);
  expect(engine.asked).toHaveLength(asked);
  end();
  facesStore.setState({ crop, recognition: recognitionOf([1, 1, 1]) });
  await pass(0);
  expect(engine.asked).toHaveLength(asked);
});

test('before the network has answered a mask is seen all the same; its answer follows', async () => {
  const { recognition, head } = facesStore.getState();
  facesStore.setState({ recognition: null, head: null });
  const end = followMask();
  paintStroke(box(0.3));
  await pass(0);
  expect(results().masked?.raster.filter((value) => value !== 0)).toHaveLength(5 * rows);
  endStroke();
  toggleReady('eye-bar');
  await pass(1000);
  const { masked } = results();
  expect(masked?.covered).toBeGreaterThan((5 * rows) / 400);
  expect([engine.asked, results().log, results().working]).toEqual([[], [], false]);
  // Another face comes in before its answer, too: the mask lies on it.
  const { crop } = facesStore.getState();
  if (crop === null) throw new Error('There is no face.');
  facesStore.setState({ crop: { ...crop, input: grey(50) } });
  await pass(0);
  expect(results().masked?.open.rgba[0]).toBe(50);
  expect(engine.asked).toEqual([]);
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  facesStore.setState({ recognition, head });
  await pass(0);
  expect(results().recognised?.masked).toBe(results().masked);
  expect(results().log.map(({ mask }) => mask)).toEqual([maskStore.getState().strokes]);
  end();
});

test('what goes wrong is told once and leaves what is there; the next stroke starts afresh', async () => {
  paint(0.3);
  await pass(0);
  engine.calls('recognise')[0]?.fail(new Error('device lost'));
  engine.calls('explain')[0]?.answer(explanationOf(1));
  await pass(0);
  expect(results()).toMatchObject({ working: false, problem: { message: 'device lost' } });
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  paint(0.4);
  await pass(0);
  expect(results()).toMatchObject({ working: false, problem: null });
  expect(results().recognised?.masked).toBe(results().masked);
});

test('the fill with another face needs one', async () => {
  chooseFill('other');
  paint(0.3);
  await pass(0);
  expect(results().problem?.message).toContain('No other face');
  expect(engine.asked).toEqual([]);
});

test('pixels: face coordinates land where the crop has them', async () => {
  engine.byItself = ({ name }) => (name === 'recognise' ? recognitionOf([1, 3, 2]) : explanationOf(1));
  paint(0.5);
  await pass(0);
  const { x, y } = apply(toPixels, { x: 0.5, y: 0 });
  const { input } = results().masked ?? { input: grey() };
  expect(input.rgba[4 * (Math.ceil(y) * side + Math.floor(x) - 1)]).toBe(0);
  expect(input.rgba[4 * (Math.ceil(y) * side + Math.ceil(x) + 1)]).toBe(100);
});

test('a face or a mask that is still being read when all is forgotten does not come to the bench', async () => {
  const signals: AbortSignal[] = [];
  const reading = (['other', 'file'] as const).map((kind) =>
    takeIn(kind, async (signal) => {
      signals.push(signal);
      await new Promise((resolve) => setTimeout(resolve, 100));
      signal.throwIfAborted();
      replaceMask([{ shape: box(0.4), erase: false, fill: 'black' }]);
    }),
  );
  await pass(50);
  forgetMasks();
  await pass(100);
  await Promise.all(reading);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(maskStore.getState().strokes).toEqual([]);
  expect(noticesStore.getState().notices).toEqual([]);
});

test('of two files in quick succession the second one counts; what goes wrong with it is told', async () => {
  const first = takeIn('file', (signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)));
  const second = takeIn('file', () => Promise.reject(new Error('no picture')));
  await Promise.all([first, second]);
  expect(noticesStore.getState().notices.map(({ message }) => message)).toEqual(['no picture']);
});
