/** A face on the bench and an engine that answers when it is told to, for the flows of the Masks bench. */
import type { ShownExplanation } from '../../../src/page/state/explanation';
import { explanationStore } from '../../../src/page/state/explanation';
import { facesStore, type ShownCrop } from '../../../src/page/state/faces';
import { maskStore } from '../../../src/page/state/mask';
import { maskCursorStore } from '../../../src/page/state/maskCursor';
import { maskResultsStore } from '../../../src/page/state/maskResults';
import { networksStore } from '../../../src/page/state/networks';
import { noticesStore } from '../../../src/page/state/notices';
import type { Picture } from '../../../src/shared/ascent';
import { defaultMethodSettings, type IdentityHead, type Recognition } from '../../../src/shared/explain';
import { invert } from '../../../src/shared/geometry/affine';
import { faceToNetwork } from '../../../src/shared/geometry/faceToNetwork';
import type { LoadedNetwork } from '../../../src/shared/network';

export const side = 20;
export const margin = 0.1;
export const names = ['Ada', 'Bo', 'Cy'];

export interface AskedCall {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows which call it looks at
  readonly request: any;
  readonly signal: AbortSignal;
  readonly onEvent: (event: unknown) => void;
  readonly answer: (result: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** Every call waits until the test answers it; an aborted one rejects with its reason, as the engine's do. */
export class FakeEngine {
  readonly asked: AskedCall[] = [];
  /** Answers calls by themselves, as soon as they are asked. */
  byItself: ((call: AskedCall) => unknown) | null = null;

  run(
    signal: AbortSignal,
    name: string,
    request: unknown,
    options?: { onEvent?: (event: unknown) => void },
  ): Promise<unknown> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const call = { name, request, signal, onEvent: options?.onEvent ?? (() => {}), answer: resolve, fail: reject };
      this.asked.push(call);
      signal.addEventListener('abort', () => reject(signal.reason));
      if (this.byItself !== null) resolve(this.byItself(call));
    });
  }

  calls(name: string): AskedCall[] {
    return this.asked.filter((call) => call.name === name);
  }
}

export function recognitionOf(logits: readonly number[], unknown = false): Recognition {
  const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
  const scores = logits.map((logit, index) => ({
    index,
    label: names[index] ?? '',
    logit,
    probability: Math.exp(logit) / sum,
  }));
  return {
    embedding: new Float32Array(2),
    outputs: [],
    identity: { scores, nearest: { index: 0, distance: 0 }, unknown },
  };
}

export const headOf = (network: string): IdentityHead => ({
  network,
  hash: `hash-${network}`,
  layer: 'fc',
  names,
  weights: new Float32Array(6),
  bias: new Float32Array(3),
  scale: 16,
  references: new Float32Array(6),
  owners: [0, 1, 2],
  unknownDistance: 0.5,
});

export function grey(value = 100): Picture {
  return { width: side, height: side, rgba: new Uint8ClampedArray(4 * side * side).fill(value) };
}

function loaded(id: string): LoadedNetwork {
  const info = {
    id,
    name: `Network ${id}`,
    input: [side, side, 3],
    parameters: 1,
    layers: 2,
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 },
    outputs: { embedding: 'fc', classes: [] },
    margin,
    hash: `hash-${id}`,
  } as const;
  const layers = [
    { name: 'conv', kind: 'Conv2D', outputShape: [5, 5, 4], parameters: 1, filters: 4 },
    { name: 'fc', kind: 'Dense', outputShape: [2], parameters: 1, filters: 2 },
  ];
  return { info, layers };
}

/** One aligned face that is the upright face square, recognised as Ada, with its map. */
export function showFace(): ShownCrop {
  const spec = (id: string) => ({
    id,
    name: `Network ${id}`,
    source: { format: 'random-vgg16', seed: 1 } as const,
    preprocessing: { order: 'rgb', mean: [0, 0, 0], scale: 1 } as const,
    outputs: { embedding: 'fc', classes: [] },
  });
  networksStore.setState({
    entries: new Map(['a', 'b'].map((id) => [id, { spec: spec(id), loaded: loaded(id), progress: null, error: null }])),
  });
  const crop: ShownCrop = {
    network: 'a',
    input: grey(),
    regions: new Uint8Array(side * side),
    // A face unit is 100 pixels of the photo.
    place: {
      networkToPicture: {
        a: (100 * (1 + 2 * margin)) / side,
        b: 0,
        c: 0,
        d: (100 * (1 + 2 * margin)) / side,
        e: 30 - 100 * margin,
        f: 40 - 100 * margin,
      },
      size: [side, side],
    },
    choice: { kind: 'face', index: 0 },
  };
  const recognition = recognitionOf([5, 2, 1]);
  const head = headOf('a');
  facesStore.setState({ crop, choice: crop.choice, recognition, head, photo: null, stage: null, problem: null });
  const shown: ShownExplanation = {
    ...explanationOf(3),
    method: 'grad-cam',
    settings: defaultMethodSettings,
    network: 'a',
    input: crop.input,
    layer: 'conv',
    target: { kind: 'identity', head, index: 0 },
    targetLabel: 'Ada',
  };
  explanationStore.setState({ method: 'grad-cam', layers: new Map(), target: { kind: 'top' }, shown, progress: null });
  return crop;
}

export const explanationOf = (most: number) => ({
  map: { width: 2, height: 2, values: Float32Array.of(most, 0, 0, 0), signed: false },
  score: 1,
  beforeRelu: null,
  completeness: null,
});

export function resetStores(): void {
  maskStore.setState(maskStore.getInitialState());
  maskStore.temporal.getState().clear();
  maskCursorStore.setState(maskCursorStore.getInitialState());
  maskResultsStore.setState(maskResultsStore.getInitialState());
  noticesStore.setState({ notices: [] });
}

/** From face units to the fake crop's pixels. */
export const toPixels = faceToNetwork([side, side], margin);
export const toFace = invert(toPixels);
