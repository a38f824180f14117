import type { AscentFrame, AscentState } from '../../../shared/ascent';
import type { AscendSlice, AscentSliceEnd } from '../../../shared/calls/filterCalls';
import { FoveaError } from '../../../shared/errors';
import { keep, type Tensor, tensor, tidy } from '../../kernels/tensor';
import { backward } from '../../network/backward';
import { forward } from '../../network/forward';
import type { LoadedGraph } from '../../network/loadedGraph';
import { deprocess } from './deprocess';
import { drawTransform } from './drawTransform';
import type { Moments } from './optimise';
import { type Prepared, prepare } from './prepare';
import { transformGradient, transformPicture } from './transformPicture';
import { update } from './update';
import { valueUnmoved } from './valueUnmoved';

/**
 * Steps whose objectives may wait on the device before they are read, and their milliseconds there. Reading one by one
 * would stall a fast GPU; a slow one has to be through with what it was given when a cancel comes.
 */
const readEvery = 4;
const mostWaiting = 50;

/** What changes from step to step. */
interface Progress {
  step: number;
  parameters: Tensor;
  moments: Moments | null;
  alive: boolean;
  /** Objectives, as scalar tensors, of the steps since the last reading. */
  unread: Tensor[];
  /** When the device was last waited for, and how long a step took until then; unknown before the first time. */
  readAt: number;
  stepTime: number;
  /** Objectives of the steps since the last frame. */
  objectives: number[];
}

/**
 * One slice of activation maximisation of one filter: yields frames, returns the state to go on from. When the signal
 * is aborted it ends early with the state of the last whole step; nothing stays allocated in either case.
 */
export async function* ascend(
  signal: AbortSignal,
  loaded: LoadedGraph,
  slice: AscendSlice,
): AsyncGenerator<AscentFrame, AscentSliceEnd> {
  const prepared = prepare(loaded, slice);
  const progress = beginOrFree(prepared, slice);
  const began = performance.now();
  let framed = slice.state ? began : Number.NEGATIVE_INFINITY;
  try {
    while (progress.step < slice.untilStep && performance.now() - began < slice.budget) {
      if (!(await step(signal, prepared, slice, progress))) break;
      const due = performance.now() - framed >= slice.frameInterval && !endsSoon(progress, slice);
      if (due || mustRead(progress)) await read(progress);
      if (!due) continue;
      yield await frameOf(prepared, slice, progress);
      framed = performance.now();
      progress.readAt = framed;
    }
    await read(progress);
    // A state that is at its end already is drawn anew: other display settings want another picture of it.
    const only = slice.state !== undefined && slice.state.step >= slice.untilStep;
    if (progress.objectives.length > 0 || only) yield await frameOf(prepared, slice, progress);
    return await endOf(prepared, slice, progress);
  } finally {
    progress.parameters.dispose();
    progress.moments?.first.dispose();
    progress.moments?.second.dispose();
    for (const scalar of progress.unread) scalar.dispose();
    prepared.dispose();
  }
}

/** What was prepared is freed where the start does not fit it. */
function beginOrFree(prepared: Prepared, slice: AscendSlice): Progress {
  try {
    return begin(prepared, slice);
  } catch (error) {
    prepared.dispose();
    throw error;
  }
}

function begin({ parameterisation }: Prepared, { state, start, filter, settings }: AscendSlice): Progress {
  const { shape } = parameterisation;
  const values = state?.parameters ?? (start ? parameterisation.fromInput(start) : parameterisation.start(filter));
  const size = shape.reduce((product, extent) => product * extent, 1);
  if (values.length !== size)
    throw new FoveaError(
      `The start has ${values.length} values; this layer’s pictures take ${size} (${shape.join(' × ')}).`,
      'Leave `start` away, or give one of the network’s own input size: behind a flatten there is no other.',
    );
  const stored = state?.moments.length === 2 * size ? state.moments : new Float32Array(2 * size);
  const part = (from: number) => keep(tensor(stored.subarray(from, from + size), [...shape], 'float32'));
  return {
    step: state?.step ?? 0,
    parameters: keep(tensor(values, [...shape], 'float32')),
    moments: settings.optimiser === 'adam' ? { first: part(0), second: part(size) } : null,
    alive: state?.alive ?? false,
    unread: [],
    readAt: performance.now(),
    stepTime: Number.POSITIVE_INFINITY,
    objectives: [],
  };
}

/** One step of ascent; false if it was aborted and left nothing behind. */
async function step(
  signal: AbortSignal,
  prepared: Prepared,
  { filter, settings }: AscendSlice,
  progress: Progress,
): Promise<boolean> {
  const held: Tensor[] = [];
  const hold = (make: () => Tensor): Tensor => {
    const made = tidy(make);
    held.push(made);
    return made;
  };
  const { parameterisation, plan, weights, objective, size } = prepared;
  const transform = drawTransform(settings, size, filter, progress.step);
  let pass: Awaited<ReturnType<typeof forward>> | null = null;
  try {
    const input = hold(() => {
      const image = parameterisation.toInput(progress.parameters);
      return transform ? transformPicture(image, transform) : image;
    });
    pass = await forward(signal, plan, weights, input);
    const { output } = pass;
    const seed = hold(() => objective.gradient(output));
    const reluRule = progress.step < settings.redirect ? 'redirected' : 'standard';
    const inputGradient = await backward(signal, pass, seed, { reluRule });
    held.push(inputGradient);
    const gradient = hold(() => {
      const unmoved = transform ? transformGradient(inputGradient, transform) : inputGradient;
      return parameterisation.gradient(progress.parameters, unmoved);
    });
    const moved = transform !== null && settings.objective === 'neuron';
    const value = moved
      ? await valueUnmoved(signal, prepared, progress.parameters)
      : tidy(() => objective.value(output));
    progress.unread.push(value);
    Object.assign(progress, update(progress, gradient, settings));
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    pass?.dispose();
    for (const tensor of held) tensor.dispose();
  }
}

/** Half an interval before the last frame there is no other: every picture costs the page as much as a step or two. */
function endsSoon({ step, stepTime }: Progress, { untilStep, frameInterval }: AscendSlice): boolean {
  const left = untilStep - step;
  return left === 0 || left * stepTime < frameInterval / 2;
}

function mustRead({ unread, stepTime }: Progress): boolean {
  return unread.length >= readEvery || unread.length * stepTime > mostWaiting;
}

/** Reads the waiting objectives: this is where the worker waits for a GPU. */
async function read(progress: Progress): Promise<void> {
  const steps = progress.unread.length;
  for (const scalar of progress.unread.splice(0)) {
    const [value = Number.NaN] = await scalar.data();
    scalar.dispose();
    progress.objectives.push(value);
    // `!==` also holds for NaN, which is an overflow, not a dead filter.
    if (value !== 0) progress.alive = true;
  }
  if (steps === 0) return;
  const now = performance.now();
  progress.stepTime = (now - progress.readAt) / steps;
  progress.readAt = now;
}

async function inputValues({ parameterisation }: Prepared, progress: Progress): Promise<Float32Array<ArrayBuffer>> {
  const input = tidy(() => parameterisation.toInput(progress.parameters));
  try {
    return Float32Array.from(await input.data());
  } finally {
    input.dispose();
  }
}

async function frameOf(prepared: Prepared, slice: AscendSlice, progress: Progress): Promise<AscentFrame> {
  await read(progress);
  const { step, alive } = progress;
  const values = await inputValues(prepared, progress);
  const picture = deprocess(values, prepared.size, slice.settings, prepared.preprocessing);
  return { filter: slice.filter, step, objectives: progress.objectives.splice(0), picture, dead: !alive };
}

async function endOf(prepared: Prepared, slice: AscendSlice, progress: Progress): Promise<AscentSliceEnd> {
  const last = progress.step >= slice.untilStep;
  const values = slice.wantValues && last ? await inputValues(prepared, progress) : null;
  return { state: await stateOf(progress), values };
}

async function stateOf({ step, parameters, moments, alive }: Progress): Promise<AscentState> {
  const values = Float32Array.from(await parameters.data());
  const stored = new Float32Array(moments ? 2 * values.length : 0);
  if (moments) {
    stored.set(await moments.first.data(), 0);
    stored.set(await moments.second.data(), values.length);
  }
  return { step, parameters: values, moments: stored, alive };
}
