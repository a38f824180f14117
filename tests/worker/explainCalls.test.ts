/** The calls as a page makes them: through the dispatcher, with buffers that are handed over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultMethodSettings, type IdentityHead } from '../../src/shared/explain';
import { isCam, methods } from '../../src/shared/methods';
import type { CallName, Calls, Reply, Request } from '../../src/shared/protocol';
import { createDispatcher } from '../../src/worker/dispatch';
import { memoryReport } from '../../src/worker/kernels/device';
import { dlibResnet } from './support/bundled';
import { smoothPicture } from './support/explaining';

let lastCall = 0;
const replies: Reply[] = [];
let heard: () => void = () => undefined;
const dispatch = createDispatcher((reply, transfer = []) => {
  replies.push(structuredClone(reply, { transfer }));
  heard();
});

function begin<Name extends CallName>(name: Name, argument: Calls[Name]['arguments']) {
  const call = ++lastCall;
  const mine = () => replies.filter((reply) => 'call' in reply && reply.call === call);
  const ended = new Promise<void>((resolve) => {
    const before = heard;
    heard = () => {
      before();
      if (mine().some(({ kind }) => kind !== 'event')) resolve();
    };
  });
  dispatch({ call, name, arguments: argument } as Request);
  return { call, mine, ended };
}

async function ask<Name extends CallName>(name: Name, argument: Calls[Name]['arguments']) {
  const { mine, ended } = begin(name, argument);
  await ended;
  const end = mine().at(-1);
  if (end?.kind !== 'done') throw new Error(end?.kind === 'failed' ? end.error.message : end?.kind);
  const events = mine().flatMap((reply) => (reply.kind === 'event' ? [reply.event] : []));
  return { result: end.result as Calls[Name]['result'], events: events as Calls[Name]['event'][] };
}

const network = 'dlib-resnet';
const input = smoothPicture(150, 3);
const outputs = { embedding: 'fc', classes: [] };
let hash = '';
let tensorsAtFirst: number;

beforeAll(async () => {
  await ask('open', { backend: 'wasm' });
  tensorsAtFirst = memoryReport().tensors;
  const { result } = await ask('load', { spec: { ...dlibResnet, outputs } });
  hash = result.info.hash;
});

afterAll(async () => {
  await ask('unload', { network });
  expect(memoryReport().tensors).toBe(tensorsAtFirst);
});

/** Two people: the one of this picture and the one of another. */
async function trainedHead(): Promise<IdentityHead> {
  const { result, events } = await ask('embed', { network, inputs: [input, smoothPicture(150, 8)] });
  const { embeddings, dimensions } = result;
  expect(dimensions).toBe(128);
  expect(events.at(-1)?.done).toBe(2);
  const references = embeddings.map((value, i) => {
    const row = embeddings.slice(i < 128 ? 0 : 128, i < 128 ? 128 : 256);
    return value / Math.hypot(...row);
  });
  const bias = new Float32Array(2);
  const names = ['A', 'B'];
  const head = { network, hash, layer: 'fc', names, weights: references.slice(), bias, scale: 16, references };
  return { ...head, owners: [0, 1], unknownDistance: 0.2 };
}

test('recognise, explain and evidence agree about one person', async () => {
  const head = await trainedHead();
  const { result: recognition } = await ask('recognise', { network, input, head });
  expect(recognition.identity?.nearest.index).toBe(0);
  expect(recognition.identity?.scores[0]?.logit).toBeCloseTo(16, 3);
  expect(recognition.embedding).toHaveLength(128);
  const asked = { network, input, target: { kind: 'identity', head, index: 1 }, layer: 'conv256_1' } as const;
  for (const method of methods.map(({ id }) => id).filter(isCam)) {
    const { result: explanation } = await ask('explain', { ...asked, method, settings: defaultMethodSettings });
    expect(explanation.score).toBeCloseTo(recognition.identity?.scores[1]?.logit ?? Number.NaN, 3);
    const { filterWeights } = explanation;
    expect(filterWeights === undefined).toBe(method !== 'score-cam');
    const weights = filterWeights === undefined ? {} : { filterWeights };
    const { result: layer } = await ask('evidence', { ...asked, method, ...weights });
    expect([layer.width, layer.height]).toEqual([explanation.map.width, explanation.map.height]);
    const largest = Math.max(...explanation.map.values);
    // Each method's own terms make its own map.
    explanation.map.values.forEach((value, cell) => {
      const terms = layer.terms.subarray(cell * layer.channels, (cell + 1) * layer.channels);
      const sum = terms.reduce((total, term) => total + term, 0);
      expect(Math.abs(value - Math.max(0, sum))).toBeLessThan(1e-4 * largest + 1e-9);
    });
  }
});

test('filters of a Score-CAM map are not ranked without its weights', async () => {
  const asked = { network, input, layer: 'conv256_1', method: 'score-cam' } as const;
  const target = { kind: 'similarity', layer: 'fc', reference: new Float32Array(128).fill(1) } as const;
  await expect(ask('evidence', { ...asked, target })).rejects.toThrow('no weights of this Score-CAM map');
});

test('randomise and perturb stream their steps and curves', async () => {
  const head = await trainedHead();
  const asked = { network, input, target: { kind: 'identity', head, index: 0 } } as const;
  const method = { layer: 'conv256_1', method: 'grad-cam', settings: defaultMethodSettings } as const;
  const { events: steps, result } = await ask('randomise', { ...asked, ...method, seed: 1 });
  expect(result).toBeNull();
  expect(steps).toHaveLength(6);
  const map = steps[0]?.map;
  if (map === undefined) throw new Error('There is no map.');
  const { events: curves } = await ask('perturb', { ...asked, map, steps: 5, seed: 2 });
  expect(curves.map(({ kind, order }) => `${kind} ${order}`)).toHaveLength(4);
  for (const { scores, shares } of curves) {
    expect(shares).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  }
});

test('a cancelled Score-CAM stops early and leaves nothing behind', async () => {
  const head = await trainedHead();
  const before = memoryReport().tensors;
  const asked = { network, input, target: { kind: 'identity', head, index: 0 }, layer: 'conv256_1' } as const;
  const { call, ended, mine } = begin('explain', { ...asked, method: 'score-cam', settings: defaultMethodSettings });
  const cancel = () => dispatch({ name: 'cancel', call });
  setTimeout(cancel, 300);
  await ended;
  expect(mine().at(-1)?.kind).toBe('stopped');
  expect(memoryReport().tensors).toBe(before);
});

test('an impossible wish fails with its reason', async () => {
  const target = { kind: 'class', layer: 'fc', index: 500 } as const;
  const wish = ask('explain', {
    network,
    input,
    target,
    layer: 'conv256_1',
    method: 'grad-cam',
    settings: defaultMethodSettings,
  });
  await expect(wish).rejects.toThrow('fc has no class 500');
});
